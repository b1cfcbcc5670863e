// The mean, the estimator all others are modelled on. The surprise: the mean of a subgroup is itself a ratio of two
// estimated totals, so its error comes from influence values and not from the spread of the answers.

import { type Column, toColumn } from '#lib/stats/column'
import type { Design } from '#lib/stats/design'
import { activeRows } from '#lib/stats/domain'
import { completeEstimate, type Estimate, type EstimateOptions } from '#lib/stats/estimate'
import { linearisedRatio } from '#lib/stats/linearised-ratio'

/**
 * Weighted mean of a variable in the population or in a domain.
 *
 * In words: the sum of weight times value, divided by the sum of weights.
 *
 *     m = sum_D w y / sum_D w          influence z_i = w_i (y_i - m) / sum_D w
 *
 * Source: Särndal, Swensson, Wretman (1992) result 5.8.1; Lumley (2010) section 2.4.
 * `values`: one per row; a gap takes the row out of the domain. Units: those of the values.
 * Errors: empty_domain, length_mismatch, lonely_psu.
 *
 * @example
 * const design = makeDesign({ weights: [10, 10, 20, 20], clusters: [['v1', 'v1', 'v2', 'v3']] })
 * const satisfaction = weightedMean(design, [3, 5, 4, 2])
 * satisfaction.value // => 3.3333333333333335
 * satisfaction.degreesOfFreedom // => 2
 * satisfaction.standardError.toFixed(4) // => '0.6667'
 */
export function weightedMean(design: Design, values: Column, options: EstimateOptions = {}): Estimate {
  const column = toColumn(values)
  const domain = activeRows(design, options.domain, [column])
  const { value, influence, simpleVariance } = linearisedRatio(design.weights, column, null, domain)
  return completeEstimate(design, {
    value,
    influence,
    domain,
    simpleVariance,
    level: options.level,
    method: 'mean',
  })
}
