// The service worker: answers for the citizen pages when there is no network, and sends unsent answers when the browser
// says that the network is back, also while no page is open.

import { deliverAll } from '#lib/surveys/light-form/browser/deliver'
import { canSeal } from '#lib/surveys/light-form/browser/device-seal'
import { answerPage, answerPart, isPage, keep } from '#lib/surveys/light-form/browser/kept-pages'

/** What we use of the worker's own interfaces; TypeScript's library for pages does not know them. */
type Lasting = Event & { waitUntil(work: Promise<unknown>): void }
type Fetching = Lasting & { request: Request; respondWith(answer: Promise<Response>): void }
type WorkerScope = {
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
  addEventListener(type: 'message', listener: (event: Lasting & { data: { keep: string[] } }) => void): void
  addEventListener(type: 'sync', listener: (event: Lasting & { tag: string }) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}
const worker = self as unknown as WorkerScope

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('message', (event) => event.waitUntil(keep(event.data.keep)))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (isPage(url)) event.respondWith(answerPage(request))
  else if (/^\/s\/(form|survey|ballot)\./.test(url.pathname) || request.destination === 'image')
    event.respondWith(answerPart(request))
})
worker.addEventListener('sync', (event) => {
  if (event.tag === 'outbox' && canSeal()) event.waitUntil(deliverOrFail())
})

/** A rejected promise asks the browser to wake us again. */
async function deliverOrFail(): Promise<void> {
  if (!(await deliverAll())) throw new Error('some answers are still unsent')
}
