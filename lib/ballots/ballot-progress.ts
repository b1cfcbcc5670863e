// How far one group of a confidential wave is: counts, which pages may show. Until the box is opened they are steps of five:
// an exact count that grows while a delegate sits in the office tells that this delegate has just answered.
import { type CountRange, coarseCount, exactly } from '#lib/count-range'

/** People in a step: as few as the smallest group has, so a step never says more than a group does. */
const step = 5

export type BallotProgress = {
  unitId: string
  stratum: string
  invited: number
  /** Tokens signed. */
  issued: CountRange
  /** Ballots in the box; never more than tokens. */
  cast: CountRange
}

type ExactProgress = {
  unitId: string
  stratum: string
  invited: number
  issued: number
  cast: number
  /** Since the box was opened, nobody can be watched any more: counts are exact, so that stuffing would show. */
  isOpened: boolean
}

/**
 * The counts of a group as officers may see them.
 * @example
 * shownProgress({ unitId: 'u', stratum: '', invited: 25, issued: 7, cast: 4, isOpened: false }).issued // => { from: 5, to: 9 }
 */
export function shownProgress({
  unitId,
  stratum,
  invited,
  issued,
  cast,
  isOpened,
}: ExactProgress): BallotProgress {
  const shown = (count: number) => (isOpened ? exactly(count) : shownCount(count, invited))
  return { unitId, stratum, invited, issued: shown(issued), cast: shown(cast) }
}

/**
 * A count of invited people that can still grow, as officers may see it.
 * @example
 * shownCount(7, 8) // => { from: 0, to: 8 }: eight people are too few for two steps
 */
export function shownCount(count: number, invited: number): CountRange {
  return coarseCount(count, { of: invited, step })
}
