// Exposed against not exposed, with its error. This is an association, never an effect: satisfied people remember campaigns
// better. The label travels with the result.

import type { Design } from '#lib/stats/design'
import { describeDomain } from '#lib/stats/domain'
import { eValue } from '#lib/stats/e-value'
import { type EstimateOptions, studentInterval } from '#lib/stats/estimate'
import { type ExposureCells, type ExposureData, sortByCovariates, sumCells } from '#lib/stats/exposure-cells'
import { exposureJackknifeVariance } from '#lib/stats/exposure-jackknife'
import { type ExposureReadingOptions, type ExposureShares, exposureShares } from '#lib/stats/exposure-shares'
import { replicateCovariance } from '#lib/stats/replicate-estimate'
import { jackknife } from '#lib/stats/replicates'
import { studentTest } from '#lib/stats/student-test'

export type ExposureWarning =
  /** always: say "association", not "effect" */
  | 'association_only'
  /** part of the people live in cells where one of the groups is missing, and were left out */
  | 'outside_common_support'
  /** some people were almost sure to be exposed, or not to be: a few of them carry the result */
  | 'extreme_propensity'

export type ExposureDifference = ExposureShares & {
  n: number
  exposedN: number
  /** exposed - unexposed, in the unit of the outcome */
  difference: number
  standardError: number | null
  degreesOfFreedom: number
  low: number | null
  high: number | null
  pValue: number | null
  /** exposed / unexposed; null when nobody of the unexposed has the outcome */
  riskRatio: number | null
  eValue: number | null
  warnings: ExposureWarning[]
}

/**
 * Difference between people who met a campaign and people who did not.
 *
 * In words: see `exposureShares` for the three readings; standard error by the jackknife over villages, cells, weights and
 * propensities computed again in every replicate; t interval with clusters - strata degrees of freedom.
 *
 * Source: as `exposureShares`; jackknife: Wolter (2007), Introduction to Variance Estimation, section 4.6; E-value:
 * VanderWeele and Ding (2017).
 * Rows with a gap are left out of the comparison, not of the design. Units: those of the outcome.
 * Errors: empty_domain, value_outside_range, lonely_psu.
 *
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 1], clusters: [['v1', 'v1', 'v2', 'v2']] })
 * const data = { outcome: [1, 0, 1, 1], isExposed: [1, 0, 1, 0], covariates: [] }
 * const comparison = exposureDifference(design, data, { reading: 'crude' })
 * comparison.difference // => 0.5
 * comparison.warnings // => ['association_only']
 */
export function exposureDifference(
  design: Design,
  data: ExposureData,
  options: ExposureReadingOptions & EstimateOptions,
): ExposureDifference {
  return compareInCells(design, sortByCovariates(design, data, options.domain), options)
}

/**
 * The same for people who have been sorted into cells: one sorting serves several readings.
 *
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 1], clusters: [['v1', 'v1', 'v2', 'v2']] })
 * const cells = sortByCovariates(design, { outcome: [1, 0, 1, 1], isExposed: [1, 0, 1, 0], covariates: [] })
 * compareInCells(design, cells, { reading: 'crude' }).difference // => 0.5
 */
export function compareInCells(
  design: Design,
  cells: ExposureCells,
  options: ExposureReadingOptions & Pick<EstimateOptions, 'level'>,
): ExposureDifference {
  const shares = exposureShares(cells, sumCells(cells, design.weights), options)
  const value = shares.exposed - shares.unexposed
  const variance = jackknifeVariance(design, cells, value, options)
  const standardError = Number.isNaN(variance) ? null : Math.sqrt(variance)
  const { n, degreesOfFreedom } = describeDomain(design, cells.active)
  const [low, high] = studentInterval(value, standardError, degreesOfFreedom, options.level ?? 0.95)
  const riskRatio = shares.exposed / shares.unexposed
  return {
    ...shares,
    n,
    exposedN: countExposed(design, cells.active, cells.isExposed),
    difference: value,
    standardError,
    degreesOfFreedom,
    low,
    high,
    pValue: studentTest(value, standardError, degreesOfFreedom).pValue,
    riskRatio: Number.isFinite(riskRatio) ? riskRatio : null,
    eValue: eValue(riskRatio),
    warnings: warn(shares),
  }
}

function jackknifeVariance(
  design: Design,
  cells: ExposureCells,
  difference: number,
  options: ExposureReadingOptions,
): number {
  const { reading } = options
  if (reading !== 'inverse-probability') return exposureJackknifeVariance(design, cells, reading, difference)
  // propensities are fitted again in every replicate
  const compare = (weights: Float64Array) => {
    const { exposed, unexposed } = exposureShares(cells, sumCells(cells, weights), options)
    return [exposed - unexposed]
  }
  return replicateCovariance(jackknife(design), compare).covariance[0]!
}

function countExposed(design: Design, active: Uint8Array, isExposed: Float64Array): number {
  let count = 0
  for (let row = 0; row < active.length; row++) {
    if (active[row] && design.weights[row]! > 0 && isExposed[row] === 1) count++
  }
  return count
}

function warn({ outsideSupport, extremePropensity }: ExposureShares): ExposureWarning[] {
  const warnings: ExposureWarning[] = ['association_only']
  if (outsideSupport > 0) warnings.push('outside_common_support')
  if (extremePropensity > 0) warnings.push('extreme_propensity')
  return warnings
}
