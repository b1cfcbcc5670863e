// The pages and their parts as the worker keeps them. A page comes from the network while there is one, and from here
// when there is none, when it is too slow, or when somebody else answers in our name (a Wi-Fi's login page).

const pagesName = 'thuoc-do pages'
const partsName = 'thuoc-do parts'
const mostPages = 300
const mostScripts = 8
const patience = 4000

/** A page of ours: from the network, else as it was kept, else a sentence that it was never opened here. */
export async function answerPage(request: Request): Promise<Response> {
  const kept = await findPage(request.url)
  const fresh = fetchPage(request)
  if (!kept) return (await fresh) ?? noNetwork(request.url)
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience))
  return (await Promise.race([fresh, late])) ?? kept
}

/** A script, icon or picture: what is kept never changes, because its address would. */
export async function answerPart(request: Request): Promise<Response> {
  const parts = await caches.open(partsName)
  const kept = await parts.match(request.url)
  if (kept) return kept
  const response = await fetch(request)
  if (response.status === 200 && (isOurs(response) || request.destination === 'image'))
    await parts.put(request.url, response.clone())
  return response
}

/** Keeps what a page that is open consists of. */
export async function keep(addresses: string[]): Promise<void> {
  await Promise.all(
    addresses.map((address) =>
      isPage(new URL(address)) ? fetchPage(new Request(address)) : answerPart(new Request(address)),
    ),
  )
  await forgetOldest(pagesName, mostPages)
  await forgetOldest(partsName, mostScripts, /\/s\/(form|survey|ballot)\.\w+\.(js|css)$/)
}

/** Whether an address is one of the citizen pages, not one of their parts. */
export function isPage({ origin, pathname }: URL): boolean {
  return origin === location.origin && /^\/s\/[^/.]+\/?$/.test(pathname)
}

/** Null when there is no network, or nobody of ours at its other end. */
async function fetchPage(request: Request): Promise<Response | null> {
  try {
    const response = await fetch(request)
    if (!isOurs(response) || response.status >= 500) return null
    if (response.status === 200)
      await (await caches.open(pagesName)).put(keyOf(request.url), response.clone())
    return response
  } catch {
    return null
  }
}

const isOurs = (response: Response) => response.headers.has('x-thuoc-do')

/** The page as it was kept; in another language rather than not at all. */
async function findPage(address: string): Promise<Response | undefined> {
  const pages = await caches.open(pagesName)
  const exact = await pages.match(keyOf(address))
  if (exact) return exact
  const same = (await pages.keys()).find(({ url }) => anyLanguage(url) === anyLanguage(keyOf(address)))
  return same && pages.match(same)
}

/** One-time codes are no part of a page, and nobody should find them in what is kept. */
function keyOf(address: string): string {
  const url = new URL(address)
  url.hash = ''
  for (const secret of ['t', 'v']) if (url.searchParams.has(secret)) url.searchParams.set(secret, '1')
  return url.href
}

function anyLanguage(address: string): string {
  const url = new URL(address)
  url.searchParams.delete('lang')
  return url.href
}

async function forgetOldest(name: string, most: number, which = /./): Promise<void> {
  const cache = await caches.open(name)
  const all = (await cache.keys()).filter(({ url }) => which.test(url))
  await Promise.all(all.slice(0, Math.max(0, all.length - most)).map((one) => cache.delete(one)))
}

function noNetwork(address: string): Response {
  const isEnglish = new URL(address).searchParams.get('lang') === 'en'
  const [title, text] = isEnglish
    ? [
        'No network',
        'This page has not been opened on this device before. Please open it once with a network.',
      ]
    : ['Chưa có mạng', 'Trang này chưa từng được mở trên máy này. Xin mở một lần khi có mạng.']
  return new Response(
    `<!doctype html><html lang=${isEnglish ? 'en' : 'vi'}><meta charset=utf-8><meta name=viewport content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${text}</p>`,
    { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } },
  )
}
