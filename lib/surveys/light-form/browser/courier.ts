// When the outbox is emptied: when the network comes back, when somebody looks at the page again, a little after an answer
// was kept (a server can be away while the network is there), and every now and then with growing pauses. Where the browser has background sync, also while no page is open.
import { deliverAll } from '#lib/surveys/light-form/browser/deliver'
import { countLetters } from '#lib/surveys/light-form/browser/outbox'
import { onOutboxChange } from '#lib/surveys/light-form/browser/outbox-news'

const shortestPause = 4000
/** Longer than the first attempt of whoever hands an answer in (hand-in.ts): it is not sent twice at once. */
const pauseAfterKeeping = 15_000
const longestPause = 5 * 60_000

export class Courier {
  private pause = shortestPause
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    addEventListener('online', () => this.hurry())
    onOutboxChange(() => {
      this.timer ??= setTimeout(() => void this.tryAll(), pauseAfterKeeping)
      void askForSync()
    })
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.hurry()
    })
  }

  /** Tries at once, whatever was planned. */
  hurry(): void {
    this.pause = shortestPause
    void this.tryAll()
  }

  /** Something is waiting: plans the next attempt, here and with the worker. */
  plan(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.tryAll(), this.pause * (0.75 + Math.random() / 2))
    this.pause = Math.min(this.pause * 2, longestPause)
    void askForSync()
  }

  private async tryAll(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    const { waiting } = await countLetters().catch(() => ({ waiting: 0 }))
    if (waiting > 0 && !(await deliverAll())) this.plan()
  }
}

type SyncManager = { register(tag: string): Promise<void> }

async function askForSync(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration('/s/')
    await (registration as { sync?: SyncManager } | undefined)?.sync?.register('outbox')
  } catch {
    // Without background sync the open page does it.
  }
}
