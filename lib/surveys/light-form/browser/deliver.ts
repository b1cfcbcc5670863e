// Hands over what waits in the outbox, one answer after the other. Pages and the worker may try at the same time: a lock
// lets one go first, and where there are no locks the receipt makes the second attempt harmless.
import { dropLetter, findLetter, keepLetter, listReceipts } from '#lib/surveys/light-form/browser/outbox'
import { type Attempt, send } from '#lib/surveys/light-form/browser/send'

const patience = 45_000

/** Tries one answer that is in the outbox; stored ones leave it, refused ones stay with the reason. */
export async function deliverLetter(receipt: string, timeoutMs = patience): Promise<Attempt> {
  const letter = await findLetter(receipt)
  if (!letter) return { outcome: 'later' }
  const attempt = await send(letter.submission, timeoutMs)
  if (attempt.outcome === 'stored') await dropLetter(receipt)
  if (attempt.outcome === 'refused') await keepLetter({ ...letter, refusal: attempt.refusal })
  return attempt
}

/** Tries all that wait, with `alsoRefused` those too that were refused before. True when nothing has to be tried again. */
export async function deliverAll({ alsoRefused = false } = {}): Promise<boolean> {
  const work = async () => {
    let isDone = true
    for (const { receipt, isRefused } of await listReceipts()) {
      if (isRefused && !alsoRefused) continue
      const { outcome } = await deliverLetter(receipt)
      if (outcome === 'no-network') return false
      if (outcome === 'later') isDone = false
    }
    return isDone
  }
  return navigator.locks ? await navigator.locks.request('thuoc-do outbox', work) : work()
}
