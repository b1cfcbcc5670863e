// Rank confidence sets by simulation: sharper than pairwise tests because it uses how the comparisons hang together, but
// built on the normal distribution and on random numbers. The deterministic sets are the default of the product.

import { drawNormals, drawStandardNormals } from '#lib/stats/normal-draws'
import {
  checkRankedEstimates,
  differenceStandardError,
  type RankedEstimates,
  type RankSet,
  type RankSetOptions,
  rankEstimates,
} from '#lib/stats/rank-comparisons'

/** Units estimated from samples of their own, so that no matrix is needed: thousands of them can be ranked. */
export type IndependentEstimates = { estimates: readonly number[]; variances: readonly number[] }

/** Simulated deviations of all units, draw by draw, and what prunes the search for the largest difference. */
type Simulation = {
  size: number
  estimates: readonly number[]
  deviations: Float64Array
  errorOf: (first: number, second: number) => number
  /** Of independent units, per draw: deviations in standard errors, and the units from the largest of them down. */
  standard: Float64Array | null
  order: Uint32Array | null
}

/**
 * Rank confidence sets by the step-down max-t bootstrap of Mogstad, Romano, Shaikh and Wilhelm.
 *
 * In words: simulate the estimates around zero with their covariance; a difference is established when its t statistic
 * exceeds the `level` quantile of the largest simulated statistic; leave the established ones out and repeat until
 * nothing new is found. Lower end = 1 + units established as better, upper end = units - units established as worse.
 *
 * Source: Mogstad, Romano, Shaikh and Wilhelm (2024), Rev. Econ. Studies 91, 476-518, section 3.
 *
 * For independent units the search for the largest statistic is cut short by Cauchy and Schwarz's bound: with z = deviation
 * in standard errors, (d_i - d_j) / sqrt(v_i + v_j) is at most sqrt(z_i^2 + z_j^2).
 *
 * @param input estimates and covariance, or variances of independent units; degrees of freedom are not used
 * @param options level and kind of set; number of draws and seed of the simulation
 * @returns one set per unit
 * @throws RangeError if the matrix does not fit
 * @example
 * const clear = { estimates: [0.9, 0.1], covariance: [[0.0004, 0], [0, 0.0004]] }
 * rankSetsByBootstrap(clear, { isSimultaneous: true, draws: 1000, seed: 1 })[1] // => { rank: 2, lower: 2, upper: 2 }
 */
export function rankSetsByBootstrap(
  input: RankedEstimates | IndependentEstimates,
  options: RankSetOptions & { draws: number; seed: number },
): RankSet[] {
  const simulation = simulate(input, options)
  const { size, estimates } = simulation
  const level = options.level ?? 0.95
  if (size < 2) return estimates.map(() => ({ rank: 1, lower: 1, upper: 1 }))
  const sets = rankEstimates(estimates).map((rank) => ({ rank, lower: 1, upper: size }))
  const common = options.isSimultaneous ? stepDown(simulation, level, null) : 0
  for (const [unit, set] of sets.entries()) {
    const critical = options.isSimultaneous ? common : stepDown(simulation, level, unit)
    for (let other = 0; other < size; other++) {
      if (other === unit) continue
      if (statisticOf(simulation, other, unit) > critical) set.lower++
      if (statisticOf(simulation, unit, other) > critical) set.upper--
    }
  }
  return sets
}

function simulate(
  input: RankedEstimates | IndependentEstimates,
  { draws, seed }: { draws: number; seed: number },
): Simulation {
  const { estimates } = input
  const size = estimates.length
  if ('covariance' in input) {
    checkRankedEstimates(input)
    const errors = new Float64Array(size * size)
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) errors[i * size + j] = differenceStandardError(input, i, j)
    const errorOf = (first: number, second: number) => errors[first * size + second]!
    const deviations = drawNormals(input.covariance, draws, seed)
    return { size, estimates, deviations, errorOf, standard: null, order: null }
  }
  const { variances } = input
  if (variances.length !== size || variances.some((one) => !(one >= 0)))
    throw new RangeError('independent units need one variance each, zero or more')
  const standard = drawStandardNormals(size * draws, seed)
  const spread = Float64Array.from(variances, Math.sqrt)
  const deviations = standard.map((one, at) => one * spread[at % size]!)
  const errorOf = (first: number, second: number) => Math.sqrt(variances[first]! + variances[second]!)
  return { size, estimates, deviations, errorOf, standard, order: orderDraws(standard, size) }
}

function orderDraws(standard: Float64Array, size: number): Uint32Array {
  const order = new Uint32Array(standard.length)
  for (let start = 0; start < standard.length; start += size) {
    const own = order.subarray(start, start + size)
    for (let unit = 0; unit < size; unit++) own[unit] = unit
    own.sort((a, b) => standard[start + b]! - standard[start + a]!)
  }
  return order
}

/** How far "first is larger than second" stands from chance, in standard errors. */
function statisticOf({ estimates, errorOf }: Simulation, first: number, second: number): number {
  const difference = estimates[first]! - estimates[second]!
  return difference === 0 ? 0 : difference / errorOf(first, second)
}

/**
 * The critical value at which nothing new is established. The claims established so far are those above the last critical
 * value, so that the open ones need no list. `only`: claims about this unit; null: about all pairs.
 */
function stepDown(simulation: Simulation, level: number, only: number | null): number {
  let critical = Number.POSITIVE_INFINITY
  for (;;) {
    const next = quantileOfLargest(simulation, level, critical, only)
    if (!hasStatisticBetween(simulation, next, critical, only)) return Math.min(next, critical)
    critical = next
  }
}

function hasStatisticBetween(simulation: Simulation, above: number, upTo: number, only: number | null) {
  const { size } = simulation
  for (let first = 0; first < size; first++) {
    for (let second = 0; second < size; second++) {
      if (first === second || (only !== null && first !== only && second !== only)) continue
      const statistic = statisticOf(simulation, first, second)
      if (statistic > above && statistic <= upTo) return true
    }
  }
  return false
}

function quantileOfLargest(simulation: Simulation, level: number, critical: number, only: number | null) {
  const { size, deviations } = simulation
  const largest = new Float64Array(deviations.length / size)
  for (let draw = 0; draw < largest.length; draw++)
    largest[draw] =
      only === null
        ? largestOfAll(simulation, draw * size, critical)
        : largestOfUnit(simulation, draw * size, critical, only)
  largest.sort()
  const position = level * (largest.length - 1)
  const below = Math.floor(position)
  const above = Math.min(below + 1, largest.length - 1)
  // No claim is open in any draw: everything has been established.
  if (largest[above] === Number.NEGATIVE_INFINITY) return Number.NEGATIVE_INFINITY
  return largest[below]! + (position - below) * (largest[above]! - largest[below]!)
}

/** The simulated statistic of an open claim; -Infinity for one that is established. */
function simulated(simulation: Simulation, start: number, critical: number, first: number, second: number) {
  if (statisticOf(simulation, first, second) > critical) return Number.NEGATIVE_INFINITY
  const { deviations, errorOf } = simulation
  const error = errorOf(first, second)
  // Units that move together exactly differ by nothing in every draw.
  return error > 0 ? (deviations[start + first]! - deviations[start + second]!) / error : 0
}

function largestOfUnit(simulation: Simulation, start: number, critical: number, unit: number): number {
  let largest = Number.NEGATIVE_INFINITY
  for (let other = 0; other < simulation.size; other++) {
    if (other === unit) continue
    const above = simulated(simulation, start, critical, unit, other)
    const below = simulated(simulation, start, critical, other, unit)
    largest = Math.max(largest, above, below)
  }
  return largest
}

function largestOfAll(simulation: Simulation, start: number, critical: number): number {
  const { size, standard, order } = simulation
  let largest = Number.NEGATIVE_INFINITY
  const unitAt = (place: number) => (order ? order[start + place]! : place)
  /** Squared bound on what a unit can add from above (sign 1) or below (-1). */
  const reach = (unit: number, sign: 1 | -1) =>
    standard ? Math.max(0, sign * standard[start + unit]!) ** 2 : Number.POSITIVE_INFINITY
  const isBeyond = (squared: number) => largest >= 0 && squared <= largest ** 2
  const lowest = reach(unitAt(size - 1), -1)
  for (let high = 0; high < size; high++) {
    const first = unitAt(high)
    const own = reach(first, 1)
    if (isBeyond(own + lowest)) break
    for (let low = size - 1; low >= 0; low--) {
      const second = unitAt(low)
      if (isBeyond(own + reach(second, -1))) break
      if (first === second) continue
      const statistic = simulated(simulation, start, critical, first, second)
      if (statistic > largest) largest = statistic
    }
  }
  return largest
}
