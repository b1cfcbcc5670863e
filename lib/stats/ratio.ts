// The ratio of two totals: satisfied answers per valid answer, procedures per household. Mean and proportion are its
// special cases with 1 below the line.

import { type Column, toColumn } from '#lib/stats/column'
import type { Design } from '#lib/stats/design'
import { activeRows } from '#lib/stats/domain'
import { completeEstimate, type Estimate, type EstimateOptions } from '#lib/stats/estimate'
import { StatisticsError } from '#lib/stats/statistics-error'
import { weightedTotal } from '#lib/stats/weighted-total'

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
  const { weights } = design
  const { total: base, population, n } = weightedTotal(weights, below, domain)
  if (base === 0)
    throw new StatisticsError(
      'zero_denominator',
      'The denominators of the domain add up to 0: the ratio does not exist.',
    )
  const value = weightedTotal(weights, above, domain).total / base
  const influence = new Float64Array(design.size)
  let squares = 0
  for (let row = 0; row < design.size; row++) {
    if (!domain[row]) continue
    const residual = above[row]! - value * below[row]!
    influence[row] = (weights[row]! * residual) / base
    squares += weights[row]! * residual * residual
  }
  const simpleVariance = n > 1 ? (squares * population) / (n - 1) / base ** 2 : null
  return completeEstimate(design, {
    value,
    influence,
    domain,
    simpleVariance,
    level: options.level,
    method: 'ratio',
  })
}
