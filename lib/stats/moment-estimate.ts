// Estimates from moments: the same numbers as from rows, without the rows. A page reads some hundred cells instead of
// a million answers. `weightedMean`, `ratio`, `proportion` and `populationTotal` explain the formulas.

import {
  addTotals,
  type ColumnSum,
  joinTerms,
  placesOf,
  readColumnSum,
  sumMoments,
} from '#lib/stats/column-terms'
import type { EstimateSummary } from '#lib/stats/estimate'
import { summarise } from '#lib/stats/estimate'
import { type MomentInfluence, momentCovariance } from '#lib/stats/moment-covariance'
import { describeCells, type PresentCell, presentCells } from '#lib/stats/moment-respondents'
import type { MomentSample } from '#lib/stats/moment-sample'
import { momentBlocks } from '#lib/stats/moments'
import { PLANNING_DESIGN_EFFECT, withProportionInterval } from '#lib/stats/proportion'
import type { ProportionMethod } from '#lib/stats/proportion-interval'
import { StatisticsError } from '#lib/stats/statistics-error'

export interface MomentEstimate extends EstimateSummary, MomentInfluence {}

export interface MomentOptions {
  /** one domain, or several taken together */
  domain: string | readonly string[]
  /** confidence level, 0.95 unless said otherwise */
  level?: number
}

export interface MomentRatioOptions extends MomentOptions {
  numerator: ColumnSum
  denominator: ColumnSum
  /** indicator columns whose counts add up to the respondents (for n, clusters, df); left out: the denominator's */
  respondents?: readonly string[]
}

/**
 * Ratio of two population totals from moments; see `ratio` for the formula. Index leaves are such ratios.
 *
 * Source: Särndal, Swensson, Wretman (1992) result 5.6.2. Its derivative by the total of a column is
 * (numerator coefficient - R * denominator coefficient) / denominator total.
 * Units: numerator units per denominator unit. Errors: empty_domain, zero_denominator, lonely_psu.
 *
 * @example
 * const cell = (cluster, yes, all) => ({ domain: 'c1', stratum: 's', cluster, moments: [all, all, all, all, yes, all, yes, all, yes, all] })
 * const sample = readMoments({ columns: ['yes', 'all'], cells: [cell('v1', 3, 4), cell('v2', 1, 4)] })
 * const share = momentRatio(sample, { domain: 'c1', numerator: 'yes', denominator: 'all' })
 * share.value // => 0.5
 * // clusters (3 - 0.5 * 4) / 8 and (1 - 0.5 * 4) / 8
 * share.standardError // => 0.25
 */
export function momentRatio(sample: MomentSample, options: MomentRatioOptions): MomentEstimate {
  const { value, influence, cells } = findRatio(sample, options)
  return completeMoments(sample, value, influence, { level: options.level, method: 'ratio' }, cells)
}

function findRatio(sample: MomentSample, options: MomentRatioOptions) {
  const numerator = readColumnSum(sample, options.numerator)
  const denominator = readColumnSum(sample, options.denominator)
  const domains = listDomains(sample, options.domain)
  const base = addTotals(sample, domains, denominator)
  const respondents = options.respondents
    ? placesOf(sample, options.respondents)
    : denominator.map(({ column }) => column)
  const influence: MomentInfluence = { gradient: new Map(), respondents: new Map() }
  for (const domain of domains) influence.respondents.set(domain, [respondents])
  const cells = presentCells(sample, [influence.respondents])
  if (cells.length === 0) throw emptyDomain(options.domain)
  if (base === 0) {
    throw new StatisticsError(
      'zero_denominator',
      `The denominators of "${options.domain}" add up to 0: the ratio does not exist.`,
    )
  }
  const value = addTotals(sample, domains, numerator) / base
  const gradient = joinTerms(numerator, 1 / base, denominator, -value / base)
  for (const domain of domains) influence.gradient.set(domain, gradient)
  return { value, influence, domains, base, cells }
}

/**
 * Mean of a numeric column from moments: its total divided by the total of the indicator of a valid value.
 *
 * Source: see `weightedMean`. Errors: empty_domain, lonely_psu.
 *
 * @example
 * const cell = (cluster, sum, squares) => ({ domain: 'c1', stratum: 's', cluster, moments: [2, 2, 2, 2, 2, 2, sum, 2, squares, 2] })
 * const sample = readMoments({ columns: ['score', 'valid'], cells: [cell('v1', 6, 20), cell('v2', 8, 34)] })
 * momentMean(sample, { domain: 'c1', column: 'score', valid: 'valid' }).value // => 3.5
 */
export function momentMean(
  sample: MomentSample,
  options: MomentOptions & { column: string; valid: string },
): MomentEstimate {
  const { column, valid } = options
  const facts = findRatio(sample, { ...options, numerator: column, denominator: valid })
  const { value, influence, domains, base, cells } = facts
  const [place] = placesOf(sample, [column])
  const { squares } = momentBlocks(sample.columns.length)
  const deviations = sumMoments(sample, domains, squares + place!) - base * value ** 2
  const simpleVariance = (n: number) => (n > 1 ? Math.max(0, deviations) / base / (n - 1) : null)
  const parts = { level: options.level, method: 'mean', simpleVariance }
  return completeMoments(sample, value, influence, parts, cells)
}

export interface MomentProportionOptions extends MomentOptions {
  /** indicator columns of the answers that count, at most one of them 1 per person */
  chosen: string | readonly string[]
  /** indicator columns of all valid answers (or one column "valid answer") */
  among: string | readonly string[]
  method?: ProportionMethod
  assumedDesignEffect?: number
}

/**
 * Proportion of people who chose an answer, from moments; interval Korn-Graubard cut at n (see `proportion`).
 *
 * Source: Korn and Graubard (1998) Survey Methodology 24. Units: 0..1. Errors: empty_domain, lonely_psu.
 *
 * @example
 * const cell = (cluster, yes, no) => {
 *   const all = yes + no
 *   return { domain: 'c1', stratum: 's', cluster, moments: [all, all, all, all, yes, no, yes, no, yes, no] }
 * }
 * const cells = [cell('v1', 30, 10), cell('v2', 25, 15), cell('v3', 34, 6)]
 * const sample = readMoments({ columns: ['yes', 'no'], cells })
 * const share = momentProportion(sample, { domain: 'c1', chosen: 'yes', among: ['yes', 'no'] })
 * share.value.toFixed(4) // => '0.7417'
 * share.n // => 120
 */
export function momentProportion(
  sample: MomentSample,
  options: MomentProportionOptions,
): MomentEstimate & { intervalN: number | null } {
  const facts = findRatio(sample, { ...options, numerator: options.chosen, denominator: options.among })
  const { value, influence, cells } = facts
  const simpleVariance = (n: number) => (n > 1 ? (value * (1 - value)) / (n - 1) : null)
  const method = options.method ?? 'kg_truncated'
  const parts = { level: options.level, method: `proportion ${method}`, simpleVariance }
  const estimate = completeMoments(sample, value, influence, parts, cells)
  return withProportionInterval(estimate, method, options.assumedDesignEffect ?? PLANNING_DESIGN_EFFECT)
}

/**
 * Population total of a column, or of several, from moments.
 *
 * Source: see `populationTotal`. `respondents`: indicator columns whose counts add up to the people asked.
 * Errors: empty_domain, lonely_psu.
 *
 * @example
 * const cell = (cluster, aware) => ({ domain: 'c1', stratum: 's', cluster, moments: [4, 4, 40, 400, aware, 10 * aware, 10 * aware] })
 * const sample = readMoments({ columns: ['aware'], cells: [cell('v1', 3), cell('v2', 1)] })
 * momentTotal(sample, { domain: 'c1', of: 'aware', respondents: ['aware'] }).value // => 40
 */
export function momentTotal(
  sample: MomentSample,
  options: MomentOptions & { of: ColumnSum; respondents: readonly string[] },
): MomentEstimate {
  const gradient = readColumnSum(sample, options.of)
  const domains = listDomains(sample, options.domain)
  const respondents = [placesOf(sample, options.respondents)]
  const influence: MomentInfluence = {
    gradient: new Map(domains.map((domain) => [domain, gradient])),
    respondents: new Map(domains.map((domain) => [domain, respondents])),
  }
  const cells = presentCells(sample, [influence.respondents])
  if (cells.length === 0) throw emptyDomain(options.domain)
  const value = addTotals(sample, domains, gradient)
  return completeMoments(sample, value, influence, { level: options.level, method: 'total' }, cells)
}

export interface MomentParts {
  level?: number
  method: string
  /** variance in a simple random sample of n with replacement */
  simpleVariance?: (n: number) => number | null
}

/** Completes an estimate from moments: variance, degrees of freedom, t interval. `combineMoments` ends here, too. */
export function completeMoments(
  sample: MomentSample,
  value: number,
  influence: MomentInfluence,
  { level, method, simpleVariance }: MomentParts,
  cells: PresentCell[] = presentCells(sample, [influence.respondents]),
): MomentEstimate {
  const variance = momentCovariance(sample, [influence], cells)[0]!
  const domain = describeCells(cells)
  const { drawn, fraction } = sample.stage
  const hasLonely = cells.some(({ cell }) => drawn[cell.stratum] === 1 && fraction[cell.stratum]! < 1)
  const warnings = hasLonely ? (['lonely_clusters'] as const) : []
  const parts = { level, method, simpleVariance: simpleVariance?.(domain.n) ?? null, warnings: [...warnings] }
  return { ...summarise(value, variance, domain, parts), ...influence }
}

function listDomains(sample: MomentSample, domain: string | readonly string[]): string[] {
  const domains = (typeof domain === 'string' ? [domain] : [...new Set(domain)]).filter((name) =>
    sample.domains.has(name),
  )
  if (domains.length === 0) throw emptyDomain(domain)
  return domains
}

function emptyDomain(domain: string | readonly string[]): StatisticsError {
  return new StatisticsError(
    'empty_domain',
    `Nobody with a weight above 0 answered in "${domain}": there is nothing to estimate.`,
  )
}
