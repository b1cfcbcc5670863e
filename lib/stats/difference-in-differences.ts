// Difference in differences with design-based error: did THESE communes change differently? Villages are the clusters and
// both waves hang together through them. It never says that campaigns work in general; for that the commune is the unit,
// see cluster-level-effect and randomisation-test.

import type { Design } from '#lib/stats/design'
import { allEffectAssumptions, type EffectAssumption, type EffectWarning } from '#lib/stats/effect-warnings'
import type { EstimateOptions } from '#lib/stats/estimate'
import { completeEstimate, type Estimate } from '#lib/stats/estimate'
import { studentTest } from '#lib/stats/student-test'
import { type CampaignData, CELL_SIGNS, sortIntoCells } from '#lib/stats/two-by-two'
import { linearisedMean } from '#lib/stats/weighted-mean'

export type DifferenceInDifferences = {
  /** The effect, in the unit of the values (0..1 for proportions). */
  effect: Estimate
  /** Weighted means of the four cells. */
  means: { otherBefore: number; otherAfter: number; exposedBefore: number; exposedAfter: number }
  /** effect / standard error; null when there is no standard error. */
  statistic: number | null
  pValue: number | null
  /** To be printed with the result, always. */
  assumptions: EffectAssumption[]
  warnings: EffectWarning[]
}

/**
 * Difference in differences, design-based.
 *
 * In words: (exposed after - exposed before) - (other after - other before), each a weighted mean; influence values of the
 * four means are added with these signs, and the variance kernel of the design does the rest. Degrees of freedom from all
 * four cells together.
 *
 * Source: Binder (1983), Int. Statist. Review 51, 279-292 (linearisation); Angrist and Pischke (2009), Mostly Harmless
 * Econometrics, section 5.2.
 *
 * @param design the design of both waves together; villages asked twice keep their identity
 * @param data outcome, exposed (0/1) and follow-up wave (0/1) of every row
 * @param options domain and level
 * @throws StatisticsError empty_domain, value_outside_range, length_mismatch, lonely_psu
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 1, 1, 1, 1, 1] })
 * const data = { values: [1, 2, 2, 3, 1, 2, 4, 5], isExposed: [0, 0, 0, 0, 1, 1, 1, 1], isAfter: [0, 0, 1, 1, 0, 0, 1, 1] }
 * differenceInDifferences(design, data).effect.value // => 2
 */
export function differenceInDifferences(
  design: Design,
  data: CampaignData,
  options: EstimateOptions = {},
): DifferenceInDifferences {
  const { values, cellOfRow, active } = sortIntoCells(design, data, options.domain)
  const influence = new Float64Array(design.size)
  const means = CELL_SIGNS.map((sign, cell) => {
    const rows = Uint8Array.from(cellOfRow, (other) => (other === cell ? 1 : 0))
    const mean = linearisedMean(design.weights, values, rows)
    for (let row = 0; row < influence.length; row++) influence[row]! += sign * mean.influence[row]!
    return mean.value
  })
  const value = means.reduce((sum, mean, cell) => sum + CELL_SIGNS[cell]! * mean, 0)
  const effect = completeEstimate(design, {
    value,
    influence,
    domain: active,
    level: options.level,
    method: 'difference in differences',
  })
  const [otherBefore, otherAfter, exposedBefore, exposedAfter] = means as [number, number, number, number]
  return {
    effect,
    means: { otherBefore, otherAfter, exposedBefore, exposedAfter },
    ...studentTest(value, effect.standardError, effect.degreesOfFreedom),
    assumptions: allEffectAssumptions,
    warnings: ['these_communes_only'],
  }
}
