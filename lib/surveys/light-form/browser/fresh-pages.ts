// The untouched form in every language it is offered in, held in memory: a device that many people use takes a fresh copy
// for each of them. Nothing of the one before can remain, no address changes (that would end full screen), and no
// network is needed.

export class FreshPages {
  private readonly pages = new Map<string, Document>()
  private readonly names = new Map<string, string>()

  /** Fetches the other languages of the page as it is shown. One that cannot be had now is simply not offered. */
  static async gather(): Promise<FreshPages> {
    const fresh = new FreshPages()
    const own = await fetchPage(document.documentElement.lang)
    if (!own) throw new Error('the page itself cannot be had')
    fresh.take(own)
    const others = [...own.querySelectorAll<HTMLButtonElement>('button[name="~lang"]')].map(
      ({ value }) => value,
    )
    for (const page of await Promise.all(others.map(fetchPage))) if (page) fresh.take(page)
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
    const page = this.pages.get(language)
    if (!page) return false
    document.body.replaceChildren(...copyOf(page).childNodes)
    speak(page)
    scrollTo(0, 0)
    return true
  }

  private take(page: Document): void {
    this.pages.set(page.documentElement.lang, page)
    for (const { value, textContent } of page.querySelectorAll<HTMLButtonElement>('button[name="~lang"]'))
      this.names.set(value, textContent ?? value)
  }
}

/** Replaces what is shown by the same page in another language, except what the script has added; false when it cannot be had. */
export async function showIn(language: string): Promise<boolean> {
  const page = await fetchPage(language)
  if (!page) return false
  const copy = copyOf(page)
  for (const part of ['.skip', '.sample', '.top', '#main', '.foot']) {
    const others = copy.querySelectorAll(part)
    document.querySelectorAll(part).forEach((own, place) => {
      if (others[place]) own.replaceWith(others[place])
    })
  }
  speak(page)
  return true
}

const copyOf = (page: Document) => document.importNode(page.body, true)

/** The language, the title and the font of this page are those of the whole from now on. */
function speak(page: Document): void {
  const { lang, dir } = page.documentElement
  document.documentElement.lang = lang
  document.documentElement.dir = dir
  document.title = page.title
  wearFont(page)
}

let worn = 0

/** Rule by rule into the page's own sheet: the content policy knows only the styles that the page came with. */
function wearFont(page: Document): void {
  const sheet = document.styleSheets[0]
  if (!sheet) return
  for (; worn > 0; worn--) sheet.deleteRule(sheet.cssRules.length - 1)
  const style = [...page.querySelectorAll('style')].find(({ textContent }) =>
    textContent?.includes('@font-face'),
  )
  for (const rule of style?.textContent?.match(/[^{}]+\{[^{}]*\}/g) ?? []) {
    sheet.insertRule(rule, sheet.cssRules.length)
    worn++
  }
}

async function fetchPage(language: string): Promise<Document | null> {
  try {
    const url = new URL(location.href)
    url.searchParams.set('lang', language)
    const response = await fetch(url, { headers: { accept: 'text/html' } })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    return page.querySelector('#data,#survey-data') && page.documentElement.lang === language ? page : null
  } catch {
    return null
  }
}
