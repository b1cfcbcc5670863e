// The untouched form in every language it is offered in, held in memory: a device that many people use takes a fresh copy
// for each of them. Nothing of the one before can remain, no address changes (that would end full screen), and no
// network is needed.

/** `font`: rules of the style that a page in letters of its own brings. */
type FreshPage = { page: Document; font: string[] }

export class FreshPages {
  private readonly pages = new Map<string, FreshPage>()
  private readonly names = new Map<string, string>()

  /** Fetches the other languages of the page as it is shown. One that cannot be had now is simply not offered. */
  static async gather(): Promise<FreshPages> {
    const fresh = new FreshPages()
    const own = await fetchPage(document.documentElement.lang)
    if (!own) throw new Error('the page itself cannot be had')
    fresh.take(own)
    const others = [...own.page.querySelectorAll<HTMLButtonElement>('button[name="~lang"]')].map(
      ({ value }) => value,
    )
    for (const other of await Promise.all(others.map(fetchPage))) if (other) fresh.take(other)
    return fresh
  }

  /** Codes and own names of the languages, Vietnamese first. */
  languages(): { code: string; name: string }[] {
    return [...this.pages.keys()]
      .map((code) => ({ code, name: this.names.get(code) ?? code }))
      .sort((a, b) => Number(b.code === 'vi') - Number(a.code === 'vi'))
  }

  /** Puts an untouched copy in place of all that is shown; false, and nothing changes, when there is none. */
  show(language: string): boolean {
    const fresh = this.pages.get(language)
    if (!fresh) return false
    document.body.replaceChildren(...copyOf(fresh).childNodes)
    speak(fresh)
    scrollTo(0, 0)
    return true
  }

  private take(fresh: FreshPage): void {
    this.pages.set(fresh.page.documentElement.lang, fresh)
    for (const { value, textContent } of fresh.page.querySelectorAll<HTMLButtonElement>(
      'button[name="~lang"]',
    ))
      this.names.set(value, textContent ?? value)
  }
}

/** Replaces what is shown by the same page in another language, except what the script has added; false when it cannot be had. */
export async function showIn(language: string): Promise<boolean> {
  const fresh = await fetchPage(language)
  if (!fresh) return false
  const copy = copyOf(fresh)
  for (const part of ['.skip', '.sample', '.top', '#main', '.foot']) {
    const others = copy.querySelectorAll(part)
    document.querySelectorAll(part).forEach((own, place) => {
      if (others[place]) own.replaceWith(others[place])
    })
  }
  speak(fresh)
  return true
}

const copyOf = ({ page }: FreshPage) => document.importNode(page.body, true)

/** The language, the title and the font of this page are those of the whole from now on. */
function speak({ page, font }: FreshPage): void {
  const { lang, dir } = page.documentElement
  document.documentElement.lang = lang
  document.documentElement.dir = dir
  document.title = page.title
  wear(font)
}

let worn = 0

/** Rule by rule into the page's own sheet: the content policy knows only the styles that the page came with. */
function wear(font: string[]): void {
  const sheet = document.styleSheets[0]
  if (!sheet) return
  for (; worn > 0; worn--) sheet.deleteRule(sheet.cssRules.length - 1)
  for (const rule of font) sheet.insertRule(rule, sheet.cssRules.length)
  worn = font.length
}

const styles = /<style>[^<]*<\/style>/g

async function fetchPage(language: string): Promise<FreshPage | null> {
  try {
    const url = new URL(location.href)
    url.searchParams.set('lang', language)
    const response = await fetch(url, { headers: { accept: 'text/html' } })
    const text = await response.text()
    const font = text.match(styles)?.find((style) => style.includes('@font-face'))
    // Even a page that is only parsed may not bring a style which the policy does not know.
    const page = new DOMParser().parseFromString(text.replace(styles, ''), 'text/html')
    const isForm = page.querySelector('#data,#survey-data') && page.documentElement.lang === language
    return isForm ? { page, font: font?.slice('<style>'.length).match(/[^{}]+\{[^{}]*\}/g) ?? [] } : null
  } catch {
    return null
  }
}
