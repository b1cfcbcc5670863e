// Rank confidence sets by simulation: sharper than pairwise tests because it uses how the comparisons hang together, but
// built on the normal distribution and on random numbers. The deterministic sets are the default of the product.

import { drawNormals } from '#lib/stats/normal-draws'
import {
  checkRankedEstimates,
  differenceStandardError,
  pairStatistic,
  type RankedEstimates,
  type RankSet,
  type RankSetOptions,
  rankEstimates,
} from '#lib/stats/rank-comparisons'

/** "first is larger than second", tested against the largest of all such statistics. */
type Claim = { first: number; second: number; statistic: number; simulated: Float64Array }

/**
 * Rank confidence sets by the step-down max-t bootstrap of Mogstad, Romano, Shaikh and Wilhelm.
 *
 * In words: simulate the estimates around zero with their covariance; a difference is established when its t statistic
 * exceeds the `level` quantile of the largest simulated statistic; leave the established ones out and repeat until
 * nothing new is found. Lower end = 1 + units established as better, upper end = units - units established as worse.
 *
 * Source: Mogstad, Romano, Shaikh and Wilhelm (2024), Rev. Econ. Studies 91, 476-518, algorithm 3.2 and section 3.3.
 *
 * @param input estimates and covariance; degrees of freedom are not used (normal approximation)
 * @param options level and kind of set; number of draws and seed of the simulation
 * @returns one set per unit
 * @throws RangeError if the matrix does not fit
 * @example
 * const clear = { estimates: [0.9, 0.1], covariance: [[0.0004, 0], [0, 0.0004]] }
 * rankSetsByBootstrap(clear, { isSimultaneous: true, draws: 1000, seed: 1 })[1] // => { rank: 2, lower: 2, upper: 2 }
 */
export function rankSetsByBootstrap(
  input: RankedEstimates,
  options: RankSetOptions & { draws: number; seed: number },
): RankSet[] {
  checkRankedEstimates(input)
  const claims = simulateClaims(input, options.draws, options.seed)
  const level = options.level ?? 0.95
  const size = input.estimates.length
  const sets = rankEstimates(input.estimates).map((rank) => ({ rank, lower: 1, upper: size }))
  if (options.isSimultaneous) {
    for (const { first, second } of stepDown(claims, level)) {
      sets[second]!.lower++
      sets[first]!.upper--
    }
    return sets
  }
  for (const [unit, set] of sets.entries()) {
    const own = claims.filter(({ first, second }) => first === unit || second === unit)
    for (const { first } of stepDown(own, level)) {
      if (first === unit) set.upper--
      else set.lower++
    }
  }
  return sets
}

function simulateClaims(input: RankedEstimates, draws: number, seed: number): Claim[] {
  const size = input.estimates.length
  const simulated = drawNormals(input.covariance, draws, seed)
  const claims: Claim[] = []
  for (let first = 0; first < size; first++) {
    for (let second = 0; second < size; second++) {
      if (first === second) continue
      const error = differenceStandardError(input, first, second)
      const statistics = new Float64Array(draws)
      if (error > 0) {
        for (let draw = 0; draw < draws; draw++) {
          statistics[draw] = (simulated[draw * size + first]! - simulated[draw * size + second]!) / error
        }
      }
      claims.push({ first, second, statistic: pairStatistic(input, first, second), simulated: statistics })
    }
  }
  return claims
}

function stepDown(claims: readonly Claim[], level: number): Claim[] {
  const established: Claim[] = []
  let open = [...claims]
  while (open.length > 0) {
    const critical = quantileOfLargest(open, level)
    const found = open.filter(({ statistic }) => statistic > critical)
    if (found.length === 0) break
    established.push(...found)
    open = open.filter((claim) => !found.includes(claim))
  }
  return established
}

function quantileOfLargest(claims: readonly Claim[], level: number): number {
  const largest = new Float64Array(claims[0]!.simulated.length).fill(Number.NEGATIVE_INFINITY)
  for (const { simulated } of claims) {
    for (let draw = 0; draw < largest.length; draw++)
      if (simulated[draw]! > largest[draw]!) largest[draw] = simulated[draw]!
  }
  largest.sort()
  const position = level * (largest.length - 1)
  const below = Math.floor(position)
  const above = Math.min(below + 1, largest.length - 1)
  return largest[below]! + (position - below) * (largest[above]! - largest[below]!)
}
