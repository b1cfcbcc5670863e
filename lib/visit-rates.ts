// What may be said about the codes of a desk, and how many of those who came answered. The surprise is what is left out:
// while codes are still taken, only tens are shown, because whoever watches an exact count grow while visitors leave
// knows who has answered; no rate is computed from figures that contradict each other, and none is rounded to look better.

import { type CountRange, coarseCount, exactly } from '#lib/count-range'

const step = 10
const fewest = 5

/**
 * How many codes of a batch were used, as finely as it is shown: in groups of ten, the last of which takes the rest in, and
 * exactly when no code is taken any more; then less than five is shown as 0 to 4.
 * @example
 * shownUse({ printed: 48, used: 13, isOver: false }) // => { from: 10, to: 19 }
 */
export function shownUse(batch: { printed: number; used: number; isOver: boolean }): CountRange {
  const { printed, used, isOver } = batch
  if (!isOver) return coarseCount(used, { of: printed, step })
  return used < fewest ? { from: 0, to: fewest - 1 } : exactly(used)
}

export type VisitFigures = {
  printed: number
  used: CountRange
  handedOut: number | null
  visits: number | null
}

export type AnswerShares = {
  /** Answers of slips handed out, 0..1; of slips printed while the desk has not reported; null while not exactly known. */
  shareOfSlips: number | null
  /** Answers of visits, 0..1: the response rate of the desk; null while unknown. */
  shareOfVisits: number | null
  /** The figures cannot all be right: more used than handed out, more handed out than printed or than there were visits. */
  isContradictory: boolean
}

/**
 * Return rate and response rate of a batch of slips.
 *
 *     share of slips = used / handed out    share of visits = used / visits
 *
 * Source: AAPOR Standard Definitions (2023), response rate 1, every visit counted as eligible.
 * @example
 * answerShares({ printed: 100, used: { from: 30, to: 30 }, handedOut: 60, visits: 120 }).shareOfVisits // => 0.25
 */
export function answerShares({ printed, used, handedOut, visits }: VisitFigures): AnswerShares {
  const isContradictory =
    (handedOut !== null && (handedOut > printed || used.from > handedOut)) ||
    (visits !== null && (used.from > visits || (handedOut ?? 0) > visits))
  const isKnown = used.from === used.to && !isContradictory
  const share = (of: number | null) => (isKnown && of ? used.from / of : null)
  return { shareOfSlips: share(handedOut ?? printed), shareOfVisits: share(visits), isContradictory }
}
