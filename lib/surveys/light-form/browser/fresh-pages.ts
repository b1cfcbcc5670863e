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

  /** Puts an untouched copy in place of all that is shown. */
  show(language: string): void {
    const page = this.pages.get(language)
    if (!page) return
    const copy = document.importNode(page.body, true)
    const { lang, dir } = page.documentElement
    document.documentElement.lang = lang
    document.documentElement.dir = dir
    document.title = page.title
    document.body.replaceChildren(...copy.childNodes)
    scrollTo(0, 0)
  }

  private take(page: Document): void {
    this.pages.set(page.documentElement.lang, page)
    for (const { value, textContent } of page.querySelectorAll<HTMLButtonElement>('button[name="~lang"]'))
      this.names.set(value, textContent ?? value)
  }
}

async function fetchPage(language: string): Promise<Document | null> {
  try {
    const url = new URL(location.href)
    url.searchParams.set('lang', language)
    const response = await fetch(url, { headers: { accept: 'text/html' } })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    return page.getElementById('data') && page.documentElement.lang === language ? page : null
  } catch {
    return null
  }
}
