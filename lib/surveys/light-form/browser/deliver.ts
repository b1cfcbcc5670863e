// Hands over what waits in the outbox, one answer after the other. Pages and the worker may try at the same time: a lock
// lets one go first, and where there are no locks the receipt makes the second attempt harmless.
import { castBallot, keepCast } from '#lib/surveys/light-form/browser/cast-ballot'
import {
  dropLetter,
  findLetter,
  keepLetter,
  type Letter,
  listReceipts,
} from '#lib/surveys/light-form/browser/outbox'
import { type Attempt, type Delay, delayOf, send } from '#lib/surveys/light-form/browser/send'

const patience = 45_000

/** Tries one answer that is in the outbox; stored ones leave it, refused ones stay with the reason. */
export async function deliverLetter(receipt: string, timeoutMs = patience): Promise<Attempt> {
  const letter = await findLetter(receipt)
  if (!letter) return { outcome: 'later' }
  const { submission, ballot } = letter
  const attempt = await (ballot ? castBallot(submission, ballot, timeoutMs) : send(submission, timeoutMs))
  if (attempt.outcome === 'stored') {
    if (ballot) await keepCast(receipt, attempt.reply)
    await dropLetter(receipt)
  } else if (attempt.outcome === 'refused') await keepLetter({ submission, ballot, refusal: attempt.refusal })
  else await noteDelay(letter, delayOf(attempt))
  return attempt
}

/** Only what has changed is written: every write is told to all pages, which would try again at once. */
async function noteDelay(letter: Letter, delay: Delay | undefined): Promise<void> {
  const isNew = delay?.why !== letter.delay?.why || delay?.why === 'too-many'
  if (delay && isNew) await keepLetter({ ...letter, delay })
}

/** Whether the server has asked to wait, or the device has chosen to, and the time is not up. */
async function mustWait(receipt: string): Promise<boolean> {
  const delay = (await findLetter(receipt))?.delay
  return delay !== undefined && 'until' in delay && delay.until > Date.now()
}

/** Tries all that wait and may be tried, with `alsoRefused` those too that were refused before. True when nothing has to be tried again. */
export async function deliverAll({ alsoRefused = false } = {}): Promise<boolean> {
  const work = async () => {
    let isDone = true
    for (const { receipt, isRefused } of await listReceipts()) {
      if (isRefused && !alsoRefused) continue
      if (!alsoRefused && (await mustWait(receipt))) {
        isDone = false
        continue
      }
      const { outcome } = await deliverLetter(receipt)
      if (outcome === 'no-network') return false
      if (outcome === 'later') isDone = false
    }
    return isDone
  }
  return navigator.locks ? await navigator.locks.request('thuoc-do outbox', work) : work()
}
