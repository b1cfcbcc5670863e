// Makes the pages work without a network: starts the worker once the page is there, tells it what this page consists of,
// and lets the browser offer to install it. Nothing waits for any of this.

export function startWorker(): void {
  document.head.append(manifestLink())
  if (!('serviceWorker' in navigator)) return
  const start = () => void keepThisPage().catch(() => {}) // without a worker the pages need a network, and work
  if (document.readyState === 'complete') start()
  else addEventListener('load', start, { once: true })
}

async function keepThisPage(): Promise<void> {
  await navigator.serviceWorker.register('/s/worker.js', { scope: '/s/' })
  const { active } = await navigator.serviceWorker.ready
  const parts = document.querySelectorAll('script[src],link[rel=stylesheet],img[src^="/"]')
  const addresses = [...parts].map((part) => (part as HTMLImageElement).src || (part as HTMLLinkElement).href)
  active?.postMessage({ keep: [location.href, ...addresses] })
}

/** The installed application opens at this form, at this place and in this mode, without anybody's code. */
function manifestLink(): HTMLLinkElement {
  const link = document.createElement('link')
  const parameters = new URLSearchParams(location.search)
  for (const secret of ['t', 'v']) parameters.delete(secret)
  parameters.set('w', location.pathname.split('/')[2] ?? '')
  link.rel = 'manifest'
  link.href = `/s/app.webmanifest?${parameters}`
  return link
}
