// The ratio of two totals: satisfied answers per valid answer, procedures per household. Mean and proportion are its
// special cases with 1 below the line.

import { type Column, toColumn } from '#lib/stats/column'
import type { Design } from '#lib/stats/design'
import { activeRows } from '#lib/stats/domain'
import { completeEstimate, type Estimate, type EstimateOptions } from '#lib/stats/estimate'
import { linearisedRatio } from '#lib/stats/linearised-ratio'

/**
 * Ratio of two population totals, in the population or in a domain.
 *
 * In words: the weighted sum of numerators divided by the weighted sum of denominators.
 *
 *     R = sum_D w a / sum_D w b        influence z_i = w_i (a_i - R b_i) / sum_D w b
 *
 * Source: Särndal, Swensson, Wretman (1992) result 5.6.2; Lumley (2010) section 5.1.
 * A row without numerator or denominator leaves the domain. Units: numerator units per denominator unit.
 * Errors: empty_domain, zero_denominator, length_mismatch, lonely_psu.
 *
 * @example
 * const design = makeDesign({ weights: [1, 1, 2] })
 * // 2 of 4, 3 of 4 and 1 of 3 items of a scale answered with "satisfied"
 * ratio(design, [2, 3, 1], [4, 4, 3]).value // => 0.5
 */
export function ratio(
  design: Design,
  numerator: Column,
  denominator: Column,
  options: EstimateOptions = {},
): Estimate {
  const above = toColumn(numerator)
  const below = toColumn(denominator)
  const domain = activeRows(design, options.domain, [above, below])
  const { value, influence, simpleVariance } = linearisedRatio(design.weights, above, below, domain)
  return completeEstimate(design, {
    value,
    influence,
    domain,
    simpleVariance,
    level: options.level,
    method: 'ratio',
  })
}
