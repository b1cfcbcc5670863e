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

/** "first is larger than second", tested against the largest of all such simulated statistics. */
type Claim = { first: number; second: number; error: number; statistic: number }

/** Simulated deviations of all units, draw by draw. */
type Simulation = { deviations: Float64Array; size: number }

/**
 * Rank confidence sets by the step-down max-t bootstrap of Mogstad, Romano, Shaikh and Wilhelm.
 *
 * In words: simulate the estimates around zero with their covariance; a difference is established when its t statistic
 * exceeds the `level` quantile of the largest simulated statistic; leave the established ones out and repeat until
 * nothing new is found. Lower end = 1 + units established as better, upper end = units - units established as worse.
 *
 * Source: Mogstad, Romano, Shaikh and Wilhelm (2024), Rev. Econ. Studies 91, 476-518, section 3.
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
  const size = input.estimates.length
  const simulation = { deviations: drawNormals(input.covariance, options.draws, options.seed), size }
  const claims = listClaims(input)
  const level = options.level ?? 0.95
  const sets = rankEstimates(input.estimates).map((rank) => ({ rank, lower: 1, upper: size }))
  if (options.isSimultaneous) {
    for (const { first, second } of stepDown(claims, simulation, level)) {
      sets[second]!.lower++
      sets[first]!.upper--
    }
    return sets
  }
  for (const [unit, set] of sets.entries()) {
    const own = claims.filter(({ first, second }) => first === unit || second === unit)
    for (const { first } of stepDown(own, simulation, level)) {
      if (first === unit) set.upper--
      else set.lower++
    }
  }
  return sets
}

function listClaims(input: RankedEstimates): Claim[] {
  const units = input.estimates.map((_, unit) => unit)
  return units.flatMap((first) =>
    units
      .filter((second) => second !== first)
      .map((second) => ({
        first,
        second,
        error: differenceStandardError(input, first, second),
        statistic: pairStatistic(input, first, second),
      })),
  )
}

function stepDown(claims: readonly Claim[], simulation: Simulation, level: number): Claim[] {
  const established: Claim[] = []
  let open = [...claims]
  while (open.length > 0) {
    const critical = quantileOfLargest(open, simulation, level)
    const found = open.filter(({ statistic }) => statistic > critical)
    if (found.length === 0) break
    established.push(...found)
    open = open.filter((claim) => !found.includes(claim))
  }
  return established
}

function quantileOfLargest(
  claims: readonly Claim[],
  { deviations, size }: Simulation,
  level: number,
): number {
  const largest = new Float64Array(deviations.length / size).fill(Number.NEGATIVE_INFINITY)
  for (const { first, second, error } of claims) {
    for (let draw = 0; draw < largest.length; draw++) {
      // units that move together exactly differ by nothing in every draw
      const gap = deviations[draw * size + first]! - deviations[draw * size + second]!
      const statistic = error > 0 ? gap / error : 0
      if (statistic > largest[draw]!) largest[draw] = statistic
    }
  }
  largest.sort()
  const position = level * (largest.length - 1)
  const below = Math.floor(position)
  const above = Math.min(below + 1, largest.length - 1)
  return largest[below]! + (position - below) * (largest[above]! - largest[below]!)
}
