// The receipt of a ballot: everything its leaf in the public log is the hash of, and the server's signed promise. Made on
// this device from what was answered here, so that it proves what the server ought to have, not what it says it has.
import type { CastBallot } from '#lib/ballots/ballot-client'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { type AnswerFacts, answerLeaf } from '#lib/ledger/leaf'
import { checkReceipt, type ReceiptFile } from '#lib/ledger/receipt-file'
import type { BallotRecord } from '#lib/surveys/ballot-page/browser/ballot-record'

/** Null while nothing was handed in, or the server has not answered. */
export function receiptOf(
  { place, receipt, handedIn }: BallotRecord,
  cast: CastBallot | null,
): ReceiptFile | null {
  if (!handedIn || !cast) return null
  const { wave, unit, form, stratum, weight, opensAt } = place
  const answer: AnswerFacts = {
    ...{ wave, unit, receipt, form, stratum, weight },
    ...{ mode: 'self', place: '', collector: '', entry: 'ballot', batch: '', cluster: '' },
    language: handedIn.language,
    // Not the day of answering: the same for everybody.
    day: dayInVietNam(new Date(opensAt)),
    isLate: false,
    answers: handedIn.answers,
  }
  return { thuocDoReceipt: 1, answer, leaf: answerLeaf(answer), promise: cast.promise, proof: null }
}

/** Whether the server has promised, with its signature, to count exactly this answer. */
export function isPromised(file: ReceiptFile): boolean {
  const { isOwnLeaf, promise } = checkReceipt(file)
  return isOwnLeaf && promise === 'signed'
}
