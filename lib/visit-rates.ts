// How many of those who came answered. The surprise is what is left out: no rate is computed from figures that contradict
// each other, and none is rounded up to look better.

export type VisitFigures = { printed: number; used: number; handedOut: number | null; visits: number | null }

export type AnswerShares = {
  /** Answers of slips handed out, 0..1; of slips printed while the desk has not reported. */
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
 * answerShares({ printed: 100, used: 30, handedOut: 60, visits: 120 }).shareOfVisits // => 0.25
 */
export function answerShares({ printed, used, handedOut, visits }: VisitFigures): AnswerShares {
  const isContradictory =
    (handedOut !== null && (handedOut > printed || used > handedOut)) ||
    (visits !== null && (used > visits || (handedOut ?? 0) > visits))
  const share = (of: number | null) => (isContradictory || !of ? null : used / of)
  return { shareOfSlips: share(handedOut ?? printed), shareOfVisits: share(visits), isContradictory }
}
