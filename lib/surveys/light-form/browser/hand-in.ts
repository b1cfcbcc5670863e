// Handing in an answer: it is kept sealed on the device before the first attempt to send it, so that from this moment on
// neither a dead network nor a closed browser can lose it. Only what the person can still mend goes back to the form.

import { deliverLetter } from '#lib/surveys/light-form/browser/deliver'
import { canSeal } from '#lib/surveys/light-form/browser/device-seal'
import { dropLetter, findLetter, keepLetter, listReceipts } from '#lib/surveys/light-form/browser/outbox'
import { type Attempt, type Delay, delayOf, type Refusal, send } from '#lib/surveys/light-form/browser/send'
import type { Submission } from '#lib/surveys/light-form/browser/submission'

export type HandedIn =
  | { state: 'stored' }
  | { state: 'kept'; delay?: Delay }
  /** `isKept`: the answer also stays in the outbox, with the reason. */
  | { state: 'refused'; refusal: Refusal; isKept: boolean }
  /** The person has taken it back before it was sent. */
  | { state: 'withdrawn' }
  /** Nothing can be kept here, and the server was not reached: the page must stay open. */
  | { state: 'nowhere'; delay?: Delay }

/** The form comes back: it was taken back, or refused for something that can still be mended. */
export function isBackWithThePerson(
  handedIn: HandedIn,
): handedIn is Extract<HandedIn, { state: 'refused' | 'withdrawn' }> {
  return handedIn.state === 'withdrawn' || (handedIn.state === 'refused' && !handedIn.isKept)
}

/** How long somebody waits in front of the screen before being told that the rest happens by itself. */
const patience = 12_000

export async function handIn(submission: Submission): Promise<HandedIn> {
  const isKept = canSeal() && (await keepLetter({ submission }).then(yes, no))
  if (!isKept) return told(await send(submission, patience), false)
  const attempt = await deliverLetter(submission.receipt, patience)
  if (attempt.outcome === 'refused' && attempt.refusal.code === 'invalid_answers') {
    await dropLetter(submission.receipt)
    return told(attempt, false)
  }
  return told(attempt, true)
}

/** A form that is only looked at: judged where it came from, kept nowhere. */
export async function handInPreview(submission: Submission): Promise<HandedIn> {
  return told(await send(submission, patience, location.href), false)
}

const yes = () => true
const no = () => false

function told(attempt: Attempt, isKept: boolean): HandedIn {
  if (attempt.outcome === 'stored') return { state: 'stored' }
  if (attempt.outcome === 'refused') return { state: 'refused', refusal: attempt.refusal, isKept }
  return { state: isKept ? 'kept' : 'nowhere', delay: delayOf(attempt) }
}

/** What has become of an answer that was kept. */
export async function fateOf(receipt: string): Promise<HandedIn> {
  const letter = await findLetter(receipt)
  if (letter?.refusal) return { state: 'refused', refusal: letter.refusal, isKept: true }
  const isHere = (await listReceipts()).some((one) => one.receipt === receipt)
  return isHere ? { state: 'kept', delay: letter?.delay } : { state: 'stored' }
}
