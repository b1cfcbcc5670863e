// From estimates of units to their rank sets in one step, with the covariance that belongs to them: communes share no
// village, but areas, sexes or years do, and then errors hang together.

import type { Design } from '#lib/stats/design'
import { designCovariance } from '#lib/stats/design-covariance'
import { uniteDomains } from '#lib/stats/domain'
import type { Estimate } from '#lib/stats/estimate'
import type { RankSet } from '#lib/stats/rank-comparisons'
import { rankConfidenceSets } from '#lib/stats/rank-confidence-sets'

export type RankedUnit = {
  rank: number
  /** Ranks that hold together for all units: for the league table. Null without a standard error. */
  simultaneous: RankSet | null
  /** Ranks that hold for this unit alone: "where is my commune?". */
  marginal: RankSet | null
}

export type UnitRanking = {
  units: RankedUnit[]
  /** `sort_by_name` when the sets do not separate the units: a table sorted by rank would tell more than is known. */
  warnings: ('sort_by_name' | 'unit_without_standard_error')[]
}

/**
 * Ranks of units with confidence sets, from their estimates.
 *
 * In words: covariance of the estimates from their influence values, then `rankConfidenceSets`, marginal and simultaneous.
 * If a unit has no standard error (one cluster) nobody gets a set: its rank could be any, and so could the others'.
 *
 * Source: as `rankConfidenceSets`; sorting by name: Goldstein and Spiegelhalter (1996), J. Roy. Statist. Soc. A 159,
 * 385-443, section 4.
 *
 * @param design the design that the estimates were made on
 * @param estimates one per unit; larger is better
 * @param level confidence level, 0..1
 * @throws StatisticsError length_mismatch, lonely_psu
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 1, 1, 1, 1, 1] })
 * const answers = [1, 2, 1, 2, 8, 9, 8, 9]
 * const units = [[1, 1, 1, 1, 0, 0, 0, 0], [0, 0, 0, 0, 1, 1, 1, 1]].map((domain) => weightedMean(design, answers, { domain }))
 * rankUnits(design, units).units[0].simultaneous // => { rank: 2, lower: 2, upper: 2 }
 */
export function rankUnits(design: Design, estimates: readonly Estimate[], level = 0.95): UnitRanking {
  const size = estimates.length
  const domain = uniteDomains(
    estimates.map((estimate) => estimate.domain),
    design.size,
  )
  const flat = designCovariance(
    design,
    estimates.map(({ influence }) => influence),
    domain,
  )
  const input = {
    estimates: estimates.map(({ value }) => value),
    covariance: estimates.map((_, row) => [...flat.subarray(row * size, (row + 1) * size)]),
    degreesOfFreedom: estimates.map(({ degreesOfFreedom }) => degreesOfFreedom),
  }
  const [simultaneous, marginal] = [true, false].map((isSimultaneous) =>
    rankConfidenceSets(input, { level, isSimultaneous }),
  )
  const isComplete = estimates.every(
    ({ standardError, degreesOfFreedom }) => standardError !== null && degreesOfFreedom > 0,
  )
  const isSeparated = simultaneous!.filter(({ lower, upper }) => lower === upper).length > size / 2
  return {
    units: simultaneous!.map((set, unit) => ({
      rank: set.rank,
      simultaneous: isComplete ? set : null,
      marginal: isComplete ? marginal![unit]! : null,
    })),
    warnings: [
      ...(isComplete && isSeparated ? [] : (['sort_by_name'] as const)),
      ...(isComplete ? [] : (['unit_without_standard_error'] as const)),
    ],
  }
}
