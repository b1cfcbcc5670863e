// Raking: weights that reproduce several population margins at once although their joint table is unknown. The margins
// are fitted in turn, round after round; the surprising thing is that this ends at all, and that it gives exactly the
// weights of calibration with the exponential distance.

import {
  type CodedMargin,
  codeMargins,
  type PopulationMargin,
  weightedCounts,
} from '#lib/stats/population-margin'
import { StatisticsError } from '#lib/stats/statistics-error'

export type RakedWeights = {
  weights: Float64Array
  /** Rounds over all margins that were needed. */
  cycles: number
  /** Largest relative distance left between a margin total and its weighted count. */
  largestMisfit: number
}

const TOLERANCE = 1e-10
const CYCLE_LIMIT = 1000

/**
 * Raked weights (iterative proportional fitting).
 *
 * In words: multiply the weights of each category by (population total / weighted count), margin after margin, until
 * every margin is met to 1e-10 of its totals; at most 1000 rounds, else `not_converged` and no weights.
 *
 * Source: Deming and Stephan (1940), Ann. Math. Statist. 11, 427-444; Deville, Sarndal and Sautory (1993),
 * J. Amer. Statist. Assoc. 88, 1013-1020.
 *
 * @param weights weights before raking, zero or more; zero means "not in the sample" and stays zero
 * @param margins population margins, in persons
 * @throws StatisticsError the margin errors of `codeMargins`, or not_converged with the margin that is met worst
 * @example
 * const sex = { name: 'sex', categories: ['F', 'F', 'M'], totals: [{ category: 'F', total: 60 }, { category: 'M', total: 40 }] }
 * [...rake([1, 2, 1], [sex]).weights] // => [20, 40, 40]
 */
export function rake(weights: ArrayLike<number>, margins: readonly PopulationMargin[]): RakedWeights {
  return fitMargins(weights, codeMargins(weights, margins))
}

/**
 * Raking of weights to margins that were checked before; the jackknife repeats this for every replicate.
 *
 * @param weights weights before raking; rows of zero weight stay zero
 * @param margins coded margins, see `codeMargins`
 * @throws StatisticsError not_converged, with the margin that is met worst
 * @example
 * const margin = { name: 'sex', cell: Int32Array.of(0, 1), totals: Float64Array.of(6, 4) }
 * [...fitMargins([1, 1], [margin]).weights] // => [6, 4]
 */
export function fitMargins(weights: ArrayLike<number>, margins: readonly CodedMargin[]): RakedWeights {
  const raked = Float64Array.from(weights)
  let worst = { misfit: Number.POSITIVE_INFINITY, margin: margins[0]!.name }
  for (let cycle = 1; cycle <= CYCLE_LIMIT; cycle++) {
    for (const margin of margins) fitMargin(raked, margin)
    worst = findLargestMisfit(raked, margins)
    if (worst.misfit < TOLERANCE) return { weights: raked, cycles: cycle, largestMisfit: worst.misfit }
    if (!Number.isFinite(worst.misfit)) break
  }
  throw new StatisticsError(
    'not_converged',
    `Raking did not settle in ${CYCLE_LIMIT} rounds; margin "${worst.margin}" is met worst.`,
    {
      margin: worst.margin,
      misfit: Number.isFinite(worst.misfit) ? worst.misfit : null,
    },
  )
}

function fitMargin(weights: Float64Array, margin: CodedMargin): void {
  const factors = weightedCounts(weights, margin)
  for (let cell = 0; cell < factors.length; cell++) factors[cell] = margin.totals[cell]! / factors[cell]!
  for (let row = 0; row < weights.length; row++) {
    if (weights[row]! > 0) weights[row]! *= factors[margin.cell[row]!]!
  }
}

function findLargestMisfit(weights: Float64Array, margins: readonly CodedMargin[]) {
  let worst = { misfit: 0, margin: margins[0]!.name }
  for (const margin of margins) {
    const counts = weightedCounts(weights, margin)
    for (let cell = 0; cell < counts.length; cell++) {
      const misfit = Math.abs(margin.totals[cell]! / counts[cell]! - 1)
      if (!(misfit <= worst.misfit))
        worst = { misfit: Number.isNaN(misfit) ? Number.POSITIVE_INFINITY : misfit, margin: margin.name }
    }
  }
  return worst
}
