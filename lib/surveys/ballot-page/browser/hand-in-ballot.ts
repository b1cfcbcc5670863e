// Handing in a ballot: sealed on the device first, then the random wait, then one request without anything that names the
// sender. From the first step on it goes by itself, whatever happens to this page.
import { ballotLanguage } from '#lib/ballots/ballot-client'
import type { BallotDrafts } from '#lib/surveys/ballot-page/browser/ballot-drafts'
import { ballotWords } from '#lib/surveys/ballot-page/browser/ballot-words'
import { showDelay } from '#lib/surveys/ballot-page/browser/delay-view'
import { randomDelay } from '#lib/surveys/ballot-page/browser/random-delay'
import { deliverLetter } from '#lib/surveys/light-form/browser/deliver'
import { element } from '#lib/surveys/light-form/browser/elements'
import { fateOf, type HandedIn } from '#lib/surveys/light-form/browser/hand-in'
import { dropLetter, findLetter, keepLetter } from '#lib/surveys/light-form/browser/outbox'
import { byId } from '#lib/surveys/light-form/browser/page-data'
import type { Submission } from '#lib/surveys/light-form/browser/submission'

const patience = 20_000

/** Keeps the answer, waits, sends. Settles when it is stored, kept for later, refused, or taken back. */
export async function handInBallot(
  submission: Submission,
  drafts: BallotDrafts,
  longestDelay: number,
): Promise<HandedIn> {
  const { record } = drafts
  const { wave, unit, form, answers } = submission
  const language = ballotLanguage
  if (!record.signed) throw new Error('a ballot without a signed token cannot be sent')
  const { stratum } = record.place
  const until = Date.now() + randomDelay(longestDelay)
  drafts.rest()
  record.handedIn = { language, answers }
  await drafts.keep().catch(() => {}) // where nothing can be kept, the ballot goes all the same while the page is open
  const only = { wave, unit, form, language, answers, receipt: record.receipt }
  await keepLetter({
    submission: only,
    ballot: { stratum, ...record.signed },
    delay: { why: 'chosen', until },
  })
  return sendWhenDue(drafts, true)
}

/** Goes on with a ballot that waits on this device. `mayGoBack`: its form is behind the wait. */
export async function sendWhenDue(drafts: BallotDrafts, mayGoBack: boolean): Promise<HandedIn> {
  const { receipt } = drafts.record
  const letter = await findLetter(receipt)
  if (!letter) return { state: 'stored' }
  const until = letter.delay && 'until' in letter.delay ? letter.delay.until : 0
  if (until > Date.now() && (await showDelay(until, mayGoBack)) === 'withdraw') return withdraw(drafts)
  const { sending } = ballotWords(document.documentElement.lang)
  const waiting = element('p', { class: 'lead', role: 'status' }, sending)
  byId('main').prepend(waiting)
  const attempt = await deliverLetter(receipt, patience)
  waiting.remove()
  if (attempt.outcome === 'refused' && attempt.refusal.code === 'invalid_answers') {
    await withdraw(drafts)
    return { state: 'refused', refusal: attempt.refusal, isKept: false }
  }
  // Another page or the worker may have been quicker.
  return attempt.outcome === 'stored' ? { state: 'stored' } : fateOf(receipt)
}

async function withdraw(drafts: BallotDrafts): Promise<HandedIn> {
  await dropLetter(drafts.record.receipt)
  drafts.record.handedIn = null
  drafts.wake()
  await drafts.keep().catch(() => {})
  return { state: 'withdrawn' }
}
