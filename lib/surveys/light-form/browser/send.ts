// Sends the answers and goes on trying while there is no connection. The receipt makes sending twice harmless.
import type { Fault } from '#lib/problem'

export type Refusal = { code: string; title: string; titleEn: string; faults?: Fault[] }
export type Verdict = { isStored: true } | { isStored: false; refusal: Refusal }

const longestPause = 60_000

/** Resolves when the server has spoken. `onWaiting` is told each time that it could not be reached; calling what it is given tries again at once. */
export async function send(body: unknown, onWaiting: (tryNow: () => void) => void): Promise<Verdict> {
  for (let pause = 3000; ; pause = Math.min(pause * 2, longestPause)) {
    const verdict = await tryOnce(JSON.stringify(body))
    if (verdict) return verdict
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pause)
      const tryNow = () => {
        clearTimeout(timer)
        removeEventListener('online', tryNow)
        resolve()
      }
      addEventListener('online', tryNow)
      onWaiting(tryNow)
    })
  }
}

/** Null when the server could not be reached or was too busy: worth trying again. */
async function tryOnce(body: string): Promise<Verdict | null> {
  try {
    const response = await fetch('/api/answers', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      cache: 'no-store',
      credentials: 'omit',
    })
    if (response.status === 201) return { isStored: true }
    if (response.status === 429 || response.status >= 500) return null
    return { isStored: false, refusal: (await response.json()) as Refusal }
  } catch {
    return null
  }
}
