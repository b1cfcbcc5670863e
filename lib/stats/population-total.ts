// Totals: how many people, visits, hours in the population. Only meaningful when weights count people.

import { type Column, toColumn } from '#lib/stats/column'
import type { Design } from '#lib/stats/design'
import { activeRows } from '#lib/stats/domain'
import { completeEstimate, type Estimate, type EstimateOptions } from '#lib/stats/estimate'
import { linearisedRatio } from '#lib/stats/linearised-ratio'

/**
 * Estimated population total of a variable in the population or in a domain.
 *
 * In words: the sum of weight times value (Horvitz, Thompson 1952). Influence z_i = w_i y_i.
 *
 * Source: Särndal, Swensson, Wretman (1992) result 2.8.1. The design effect compares with weightSum times the mean of
 * a simple random sample. Units: those of the values.
 * Errors: empty_domain, length_mismatch, lonely_psu.
 *
 * @example
 * const design = makeDesign({ weights: [10, 10, 20], clusters: [['v1', 'v2', 'v3']] })
 * const households = populationTotal(design, [1, 0, 1])
 * households.value // => 30
 * // totals 10, 0, 20 in three villages: sqrt(3/2 * 200)
 * households.standardError.toFixed(4) // => '17.3205'
 */
export function populationTotal(design: Design, values: Column, options: EstimateOptions = {}): Estimate {
  const column = toColumn(values)
  const domain = activeRows(design, options.domain, [column])
  const { value: mean, population, simpleVariance } = linearisedRatio(design.weights, column, null, domain)
  const influence = new Float64Array(design.size)
  for (let row = 0; row < design.size; row++)
    if (domain[row]) influence[row] = design.weights[row]! * column[row]!
  return completeEstimate(design, {
    value: mean * population,
    influence,
    domain,
    simpleVariance: simpleVariance === null ? null : simpleVariance * population ** 2,
    level: options.level,
    method: 'total',
  })
}
