// What every estimator returns: the number, how far it may be off, and the influence of each row on it. The influence
// values are what makes an index, a difference or a ratio of ratios right: combine them, never the standard errors.

import { checkLevel } from '#lib/stats/column'
import type { Design } from '#lib/stats/design'
import { designCovariance } from '#lib/stats/design-covariance'
import { studentTQuantile } from '#lib/stats/distributions'
import { type Domain, type DomainInput, type DomainSummary, describeDomain } from '#lib/stats/domain'

export type EstimateWarning =
  /** fewer than 8 degrees of freedom: the standard error itself is uncertain (NCHS 2017) */
  | 'few_clusters'
  /** clusters - strata is 0: the data cannot show how much the answer varies; no interval */
  | 'no_degrees_of_freedom'
  /** all clusters agree exactly: a standard error of 0 is no proof of certainty */
  | 'no_variation'
  /** a stratum with one cluster was handled by the rule of the design */
  | 'lonely_clusters'
  /** population sizes are known for clusters but not inside them: the error is too small */
  | 'first_stage_population_only'
  /** the chosen interval does not exist here (for example a logit interval at 0 or 1) */
  | 'interval_undefined'

export interface EstimateSummary {
  value: number
  /** null when the design gives no variance (only lonely clusters under the rule `average`) */
  standardError: number | null
  degreesOfFreedom: number
  /** null: no interval can be given */
  low: number | null
  high: number | null
  level: number
  /** rows with a weight above 0 */
  n: number
  weightSum: number
  /** n / designEffectWithReplacement: the simple random sample that would be as precise */
  effectiveN: number | null
  /** variance relative to a simple random sample of n out of weightSum people, drawn without replacement (R `deff`) */
  designEffect: number | null
  /** the same, drawn with replacement (R `deff = "replace"`) */
  designEffectWithReplacement: number | null
  clusters: number
  strata: number
  method: string
  warnings: EstimateWarning[]
}

export interface Estimate extends EstimateSummary {
  /** one number per row: its share in the deviation of the estimate; 0 outside the domain */
  influence: Float64Array
  domain: Domain
}

export interface EstimateOptions {
  /** rows to estimate for; left out: all */
  domain?: DomainInput
  /** confidence level of the interval, 0.95 unless said otherwise */
  level?: number
}

export interface EstimateParts {
  value: number
  influence: Float64Array
  domain: Domain
  level?: number
  method: string
  /** variance of the same estimate in a simple random sample with replacement of the same size; null: not defined */
  simpleVariance?: number | null
}

/**
 * Completes an estimate: variance from the influence values, degrees of freedom, t interval, design effects.
 *
 * In words: value -/+ t with (clusters - strata) degrees of freedom times the standard error.
 * Source: Korn and Graubard (1999) section 5.2 for the degrees of freedom; Kish (1965) section 8.2 for design effects.
 */
export function completeEstimate(design: Design, parts: EstimateParts): Estimate {
  const { value, influence, domain, method } = parts
  const variance = designCovariance(design, [influence], domain)[0]!
  const summary = describeDomain(design, domain)
  const warnings = warnAboutDesign(design, domain)
  return { ...summarise(value, variance, summary, { ...parts, warnings }), influence, domain, method }
}

/** The part of an estimate that needs no rows; shared by the estimates from stored moments. */
export function summarise(
  value: number,
  variance: number,
  domain: DomainSummary,
  parts: Pick<EstimateParts, 'level' | 'method' | 'simpleVariance'> & { warnings?: EstimateWarning[] },
): EstimateSummary {
  const level = parts.level ?? 0.95
  const { degreesOfFreedom, n, weightSum } = domain
  const standardError = Number.isNaN(variance) ? null : Math.sqrt(Math.max(0, variance))
  const [low, high] = studentInterval(value, standardError, degreesOfFreedom, level)
  const warnings = [...(parts.warnings ?? [])]
  if (degreesOfFreedom <= 0) warnings.push('no_degrees_of_freedom')
  else if (degreesOfFreedom < 8) warnings.push('few_clusters')
  if (standardError === 0) warnings.push('no_variation')
  const effects = designEffects(variance, parts.simpleVariance ?? null, n, weightSum)
  return { value, standardError, low, high, level, ...domain, ...effects, method: parts.method, warnings }
}

/**
 * t interval: value -/+ t_{df} * standard error; [null, null] when there is no degree of freedom or no standard error.
 *
 * @example
 * studentInterval(0.5, 0.1, 10, 0.95).map((end) => end.toFixed(4)) // => ['0.2772', '0.7228']
 * studentInterval(0.5, 0.1, 0, 0.95) // => [null, null]
 */
export function studentInterval(
  value: number,
  standardError: number | null,
  degreesOfFreedom: number,
  level: number,
): [number, number] | [null, null] {
  checkLevel(level)
  if (standardError === null || degreesOfFreedom <= 0) return [null, null]
  const half = studentTQuantile((1 + level) / 2, degreesOfFreedom) * standardError
  return [value - half, value + half]
}

function designEffects(variance: number, simpleVariance: number | null, n: number, population: number) {
  const withReplacement = simpleVariance === null ? Number.NaN : variance / simpleVariance
  const effect = population < n ? Number.NaN : variance / (simpleVariance! * (1 - n / population))
  return {
    designEffect: numberOrNull(simpleVariance === null ? Number.NaN : effect),
    designEffectWithReplacement: numberOrNull(withReplacement),
    effectiveN: Number.isFinite(withReplacement) && withReplacement > 0 ? n / withReplacement : null,
  }
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}

function warnAboutDesign(design: Design, domain: Domain): EstimateWarning[] {
  const [stage] = design.stages
  const { unitOfRow, stratumOfUnit, drawn, fraction } = stage!
  let hasLonely = false
  for (let row = 0; row < design.size && !hasLonely; row++) {
    if (domain && !domain[row]) continue
    const stratum = stratumOfUnit[unitOfRow[row]!]!
    hasLonely = drawn[stratum] === 1 && fraction[stratum]! < 1
  }
  const isPartial =
    design.stages.length === 1 && stratumOfUnit.length < design.size && fraction.some((share) => share > 0)
  return [
    ...(hasLonely ? (['lonely_clusters'] as const) : []),
    ...(isPartial ? (['first_stage_population_only'] as const) : []),
  ]
}
