// The one linearisation behind means, proportions and ratios: a mean is a ratio with 1 below the line. The surprise is
// the last correction: sums of weights are rounded, and without it people who all say 5 seem to differ a little.

import { StatisticsError } from '#lib/stats/statistics-error'
import { weightedTotal } from '#lib/stats/weighted-total'

export interface LinearisedRatio {
  value: number
  /** w_i (a_i - R b_i) / sum w b; 0 outside the domain */
  influence: Float64Array
  /** sum of weights in the domain */
  population: number
  /** variance of the ratio in a simple random sample with replacement of the same size; null for one respondent */
  simpleVariance: number | null
}

/**
 * Ratio of two weighted totals over a domain, with its influence values.
 *
 *     R = sum w a / sum w b,   z_i = w_i (a_i - R b_i) / sum w b,   simple variance = N sum w (a - R b)^2 / ((n - 1) (sum w b)^2)
 *
 * Source: Särndal, Swensson, Wretman (1992) result 5.6.2. `below` null: 1 for everybody. Errors: zero_denominator.
 *
 * @example
 * const { value, influence } = linearisedRatio(Float64Array.of(1, 1), Float64Array.of(1, 3), null, Uint8Array.of(1, 1))
 * value // => 2
 * influence // => [-0.5, 0.5]
 */
export function linearisedRatio(
  weights: Float64Array,
  above: Float64Array,
  below: Float64Array | null,
  domain: Uint8Array,
): LinearisedRatio {
  const { total, population, n } = weightedTotal(weights, above, domain)
  const base = below ? weightedTotal(weights, below, domain).total : population
  if (base === 0) {
    throw new StatisticsError(
      'zero_denominator',
      'The denominators of the domain add up to 0: the ratio does not exist.',
    )
  }
  const baseAt = (row: number) => (below ? below[row]! : 1)
  let value = total / base
  value += sumWhere(domain, (row) => weights[row]! * (above[row]! - value * baseAt(row))) / base
  const influence = new Float64Array(weights.length)
  let squares = 0
  for (let row = 0; row < weights.length; row++) {
    if (!domain[row]) continue
    const residual = above[row]! - value * baseAt(row)
    influence[row] = (weights[row]! * residual) / base
    squares += weights[row]! * residual * residual
  }
  const simpleVariance = n > 1 ? (squares * population) / (n - 1) / base ** 2 : null
  return { value, influence, population, simpleVariance }
}

function sumWhere(domain: Uint8Array, term: (row: number) => number): number {
  let sum = 0
  for (let row = 0; row < domain.length; row++) if (domain[row]) sum += term(row)
  return sum
}
