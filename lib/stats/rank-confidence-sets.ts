// Which ranks can a unit honestly claim? Never publish a bare rank: with nine communes and four hundred answers each, most
// sets reach from 2 to 9. These sets are deterministic; the same data always give the same sets.

import { adjustPValues } from '#lib/stats/adjust-p-values'
import { normalCdf, studentTCdf } from '#lib/stats/distributions'
import {
  checkRankedEstimates,
  pairStatistic,
  type RankedEstimates,
  type RankSet,
  type RankSetOptions,
  rankEstimates,
} from '#lib/stats/rank-comparisons'

/**
 * Rank confidence sets from pairwise tests with Holm's adjustment.
 *
 * In words: compare every pair with a two-sided t test (Satterthwaite's degrees of freedom; normal if none are given) and
 * adjust by Holm over the pairs of the unit (marginal) or over all pairs (simultaneous). Lower end of the set = 1 + units
 * significantly larger; upper end = units - units significantly smaller. Units without a standard error separate from
 * nobody.
 *
 * Source: Mogstad, Romano, Shaikh and Wilhelm (2024), Rev. Econ. Studies 91, 476-518, section 3; Holm (1979), Scand. J.
 * Statist. 6, 65-70; Satterthwaite (1946), Biometrics Bull. 2, 110-114.
 *
 * @param input estimates, covariance and degrees of freedom
 * @param options level and kind of set
 * @returns one set per unit; it always contains the rank of the unit
 * @throws RangeError if the matrix does not fit
 * @example
 * const covariance = [[0.0004, 0, 0], [0, 0.0004, 0], [0, 0, 0.0004]]
 * const sets = rankConfidenceSets({ estimates: [0.7, 0.69, 0.4], covariance }, { isSimultaneous: true })
 * sets[0] // => { rank: 1, lower: 1, upper: 2 }
 * sets[2] // => { rank: 3, lower: 3, upper: 3 }
 */
export function rankConfidenceSets(input: RankedEstimates, options: RankSetOptions): RankSet[] {
  checkRankedEstimates(input)
  const pValues = options.isSimultaneous ? adjustAllPairs(input) : adjustPairsOfEachUnit(input)
  const alpha = 1 - (options.level ?? 0.95)
  const size = input.estimates.length
  return rankEstimates(input.estimates).map((rank, unit) => {
    let lower = 1
    let upper = size
    for (const [other, estimate] of input.estimates.entries()) {
      if (other === unit || !(pValues[unit]![other]! < alpha)) continue
      if (estimate > input.estimates[unit]!) lower++
      else upper--
    }
    return { rank, lower, upper }
  })
}

function adjustPairsOfEachUnit(input: RankedEstimates): number[][] {
  const units = input.estimates.map((_, unit) => unit)
  return units.map((unit) => {
    const others = units.filter((other) => other !== unit)
    const adjusted = adjustPValues(
      others.map((other) => pairPValue(input, unit, other)),
      'holm',
    )
    return units.map((other) => (other === unit ? 1 : adjusted[others.indexOf(other)]!))
  })
}

function adjustAllPairs(input: RankedEstimates): number[][] {
  const units = input.estimates.map((_, unit) => unit)
  const pairs = units.flatMap((first) => units.slice(first + 1).map((second) => [first, second] as const))
  const adjusted = adjustPValues(
    pairs.map(([first, second]) => pairPValue(input, first, second)),
    'holm',
  )
  const pValues = units.map(() => units.map(() => 1))
  for (const [index, [first, second]] of pairs.entries()) {
    pValues[first]![second] = adjusted[index]!
    pValues[second]![first] = adjusted[index]!
  }
  return pValues
}

function pairPValue(input: RankedEstimates, i: number, j: number): number {
  const statistic = Math.abs(pairStatistic(input, i, j))
  if (Number.isNaN(statistic)) return 1
  if (statistic === Number.POSITIVE_INFINITY) return 0
  const degrees = satterthwaiteDegrees(input, i, j)
  return 2 * (Number.isFinite(degrees) ? studentTCdf(-statistic, degrees) : normalCdf(-statistic))
}

function satterthwaiteDegrees(
  { covariance, degreesOfFreedom }: RankedEstimates,
  i: number,
  j: number,
): number {
  if (!degreesOfFreedom) return Number.POSITIVE_INFINITY
  const first = covariance[i]![i]!
  const second = covariance[j]![j]!
  return (first + second) ** 2 / (first ** 2 / degreesOfFreedom[i]! + second ** 2 / degreesOfFreedom[j]!)
}
