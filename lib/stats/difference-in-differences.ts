// Difference in differences with design-based error: did THESE communes change differently? Villages are the clusters and
// both waves hang together through them. It never says that campaigns work in general; for that the commune is the unit,
// see commune-level-effect and randomisation-test.

import type { Design } from '#lib/stats/design'
import { allEffectAssumptions, type EffectAssumption, type EffectWarning } from '#lib/stats/effect-warnings'
import type { Estimate, EstimateOptions } from '#lib/stats/estimate'
import { linearCombination } from '#lib/stats/smooth-function'
import { studentTest } from '#lib/stats/student-test'
import { type CampaignData, CELL_SIGNS, sortIntoCells } from '#lib/stats/two-by-two'
import { weightedMean } from '#lib/stats/weighted-mean'

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
  const { values, cellOfRow } = sortIntoCells(design, data, options.domain)
  const cells = CELL_SIGNS.map((_, cell) =>
    weightedMean(design, values, {
      domain: cellOfRow.map((other) => (other === cell ? 1 : 0)),
      level: options.level,
    }),
  )
  const effect = linearCombination(design, cells, CELL_SIGNS, { method: 'difference in differences' })
  const means = cells.map(({ value }) => value)
  const [otherBefore, otherAfter, exposedBefore, exposedAfter] = means as [number, number, number, number]
  return {
    effect,
    means: { otherBefore, otherAfter, exposedBefore, exposedAfter },
    ...studentTest(effect.value, effect.standardError, effect.degreesOfFreedom),
    assumptions: allEffectAssumptions,
    warnings: ['these_communes_only'],
  }
}
