// Tells every page of this browser, and the worker, that the outbox has changed.

const news = new EventTarget()
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('thuoc-do outbox')
channel?.addEventListener('message', () => news.dispatchEvent(new Event('change')))

/** What this page says about the outbox is to be said anew. */
export function announceHere(): void {
  news.dispatchEvent(new Event('change'))
}

/** The outbox has changed. */
export function announce(): void {
  announceHere()
  channel?.postMessage('change')
}

/** Calls back after every change, here or in another page. */
export function onOutboxChange(then: () => void): void {
  news.addEventListener('change', then)
}
