// The effect of a campaign with errors clustered by commune: the regression version of the difference in differences. It
// counts people, so large communes weigh more than in the commune-level test; with fewer than three communes in a group
// its error is far too small, and it says so.

import { biasReducedError } from '#lib/stats/bias-reduced-error'
import { type CommuneCells, sumByCommune } from '#lib/stats/commune-changes'
import { type Design, makeDesign } from '#lib/stats/design'
import { differenceInDifferences } from '#lib/stats/difference-in-differences'
import { allEffectAssumptions, type EffectAssumption, type EffectWarning } from '#lib/stats/effect-warnings'
import { type EstimateOptions, studentInterval } from '#lib/stats/estimate'
import type { Label } from '#lib/stats/label-codes'
import { studentTest } from '#lib/stats/student-test'
import { type CampaignData, sortIntoCells } from '#lib/stats/two-by-two'

export type ClusterRobustEffect = {
  /** The interaction of exposed and after in a weighted regression = difference in differences of weighted means. */
  value: number
  n: number
  communes: number
  /** Sandwich error without correction. */
  standardErrorCr0: number
  /** With the correction G/(G-1) x (n-1)/(n-4); statistic, interval and p-value use this one. */
  standardErrorCr1: number
  /** Bias-reduced, with Satterthwaite's degrees of freedom: better with few communes. */
  standardErrorCr2: number
  degreesOfFreedomCr2: number
  /** Communes - 1. */
  degreesOfFreedom: number
  low: number | null
  high: number | null
  statistic: number | null
  pValue: number | null
  assumptions: EffectAssumption[]
  warnings: EffectWarning[]
}

/** Intercept, exposed, after, and their product. */
const COEFFICIENTS = 4

/**
 * Cluster-robust effect (CR0, CR1, CR2).
 *
 * In words: influence values of the difference in differences, added within each commune; the sum of their squares is
 * CR0. That is the variance kernel of a design whose clusters are the communes, without its factor G/(G-1), because the
 * commune totals add to zero.
 *
 * Source: Liang and Zeger (1986), Biometrika 73, 13-22; Cameron and Miller (2015), J. Human Resources 50, 317-372; CR2: Bell and McCaffrey (2002), Survey Methodology 28, 169-181.
 *
 * @param design weights of the rows of both waves
 * @param data outcome, exposed (0/1), follow-up (0/1)
 * @param communes commune of each row
 * @param options domain and level
 * @throws StatisticsError empty_domain, commune_in_both_groups, value_outside_range, length_mismatch
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 1, 1, 1, 1, 1] })
 * const data = { values: [1, 2, 2, 3, 1, 2, 4, 6], isExposed: [0, 0, 0, 0, 1, 1, 1, 1], isAfter: [0, 0, 1, 1, 0, 0, 1, 1] }
 * const effect = clusterRobustEffect(design, data, ['a', 'b', 'a', 'b', 'c', 'd', 'c', 'd'])
 * effect.value // => 2.5
 * effect.standardErrorCr0 ** 2 // => 0.125
 */
export function clusterRobustEffect(
  design: Design,
  data: CampaignData,
  communes: ArrayLike<Label | null | undefined>,
  options: EstimateOptions = {},
): ClusterRobustEffect {
  const { values, cellOfRow } = sortIntoCells(design, data, options.domain)
  const rows = [...cellOfRow.keys()].filter((row) => cellOfRow[row]! >= 0 && design.weights[row]! > 0)
  const pick = <T>(column: ArrayLike<T>) => rows.map((row) => column[row]!)
  const cells = pick(cellOfRow)
  const communeOfRow = pick(communes)
  const weights = pick(design.weights)
  const byCommune = makeDesign({ weights, clusters: [communeOfRow] })
  const { effect } = differenceInDifferences(byCommune, {
    values: pick(values),
    isExposed: cells.map((cell) => cell >> 1),
    isAfter: cells.map((cell) => cell & 1),
  })
  const sums = sumByCommune(design, data, communes, options.domain)
  const [n, count] = [rows.length, sums.length]
  const standardErrorCr0 = effect.standardError! * Math.sqrt((count - 1) / count)
  const standardErrorCr1 = effect.standardError! * Math.sqrt((n - 1) / (n - COEFFICIENTS))
  const cr2 = biasReducedError({ values: pick(values), weights, cells, communes: communeOfRow })
  const [low, high] = studentInterval(effect.value, standardErrorCr1, count - 1, options.level ?? 0.95)
  return {
    value: effect.value,
    n,
    communes: count,
    standardErrorCr0,
    standardErrorCr1,
    standardErrorCr2: cr2.standardError,
    degreesOfFreedomCr2: cr2.degreesOfFreedom,
    degreesOfFreedom: count - 1,
    low,
    high,
    ...studentTest(effect.value, standardErrorCr1, count - 1),
    assumptions: allEffectAssumptions,
    warnings: warnOfFewCommunes(sums),
  }
}

/**
 * Cluster-robust methods mislead when a group holds fewer than three communes (MacKinnon and Webb 2017).
 *
 * @example
 * warnOfFewCommunes([{ isExposed: true }, { isExposed: false }, { isExposed: false }]) // => ['few_treated_communes']
 */
export function warnOfFewCommunes(communes: readonly CommuneCells[]): EffectWarning[] {
  const exposed = communes.filter(({ isExposed }) => isExposed).length
  return Math.min(exposed, communes.length - exposed) < 3 ? ['few_treated_communes'] : []
}
