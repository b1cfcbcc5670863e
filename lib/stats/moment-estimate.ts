// Estimates from moments: the same numbers as from rows, without the rows. A page reads some hundred cells instead of
// a million answers. `weightedMean`, `ratio`, `proportion` and `populationTotal` explain the formulas.

import type { EstimateSummary } from '#lib/stats/estimate'
import { summarise } from '#lib/stats/estimate'
import { type MomentInfluence, momentCovariance, presentCells } from '#lib/stats/moment-covariance'
import type { MomentSample } from '#lib/stats/moment-sample'
import { momentBlocks } from '#lib/stats/moments'
import { PLANNING_DESIGN_EFFECT, withProportionInterval } from '#lib/stats/proportion'
import type { ProportionMethod } from '#lib/stats/proportion-interval'
import { StatisticsError } from '#lib/stats/statistics-error'

export interface MomentEstimate extends EstimateSummary, MomentInfluence {}

/** One column, several to be added, or a weighted sum of columns. */
export type ColumnSum = string | readonly string[] | Readonly<Record<string, number>>

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
  const facts = findRatio(sample, options)
  const { value, influence } = facts
  return {
    ...completeMoments(sample, value, influence, { level: options.level, method: 'ratio' }),
    ...influence,
  }
}

function findRatio(sample: MomentSample, options: MomentRatioOptions) {
  const numerator = readColumnSum(sample, options.numerator)
  const denominator = readColumnSum(sample, options.denominator)
  const domains = listDomains(sample, options.domain)
  const base = addTotals(sample, domains, denominator)
  const respondents = options.respondents ? placesOf(sample, options.respondents) : usedPlaces(denominator)
  const influence: MomentInfluence = { gradient: new Map(), respondents: new Map() }
  for (const domain of domains) influence.respondents.set(domain, [respondents])
  if (presentCells(sample, [influence]).length === 0) throw emptyDomain(options.domain)
  if (base === 0) {
    throw new StatisticsError(
      'zero_denominator',
      `The denominators of "${options.domain}" add up to 0: the ratio does not exist.`,
    )
  }
  const value = addTotals(sample, domains, numerator) / base
  const gradient = numerator.map((coefficient, column) => (coefficient - value * denominator[column]!) / base)
  for (const domain of domains) influence.gradient.set(domain, gradient)
  return { value, influence, domains, base }
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
  const { value, influence, domains, base } = findRatio(sample, {
    ...options,
    numerator: column,
    denominator: valid,
  })
  const [place] = placesOf(sample, [column])
  const { squares } = momentBlocks(sample.columns.length)
  const deviations = sumMoments(sample, domains, squares + place!) - base * value ** 2
  const { n } = countRespondents(sample, [influence])
  const simpleVariance = n > 1 ? Math.max(0, deviations) / base / (n - 1) : null
  const parts = { level: options.level, method: 'mean', simpleVariance }
  return { ...completeMoments(sample, value, influence, parts), ...influence }
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
  const { value, influence } = findRatio(sample, {
    ...options,
    numerator: options.chosen,
    denominator: options.among,
  })
  const { n } = countRespondents(sample, [influence])
  const simpleVariance = n > 1 ? (value * (1 - value)) / (n - 1) : null
  const method = options.method ?? 'kg_truncated'
  const parts = { level: options.level, method: `proportion ${method}`, simpleVariance }
  const estimate = { ...completeMoments(sample, value, influence, parts), ...influence }
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
  if (presentCells(sample, [influence]).length === 0) throw emptyDomain(options.domain)
  const value = addTotals(sample, domains, gradient)
  return {
    ...completeMoments(sample, value, influence, { level: options.level, method: 'total' }),
    ...influence,
  }
}

/** Completes an estimate from moments: variance, degrees of freedom, t interval. Used by `combineMoments`. */
export function completeMoments(
  sample: MomentSample,
  value: number,
  influence: MomentInfluence,
  parts: { level?: number; method: string; simpleVariance?: number | null },
): EstimateSummary {
  const variance = momentCovariance(sample, [influence])[0]!
  const { hasLonely, ...domain } = countRespondents(sample, [influence])
  return summarise(value, variance, domain, { ...parts, warnings: hasLonely ? ['lonely_clusters'] : [] })
}

/** Respondents, clusters, strata and degrees of freedom behind estimates (the union of their domains). */
function countRespondents(sample: MomentSample, estimates: MomentInfluence[]) {
  const { totals } = momentBlocks(sample.columns.length)
  const clusters = new Set<number>()
  const strata = new Set<number>()
  const counted = { n: 0, weightSum: 0, answersAsClusters: 0 }
  for (const { domain, cell, respondents } of presentCells(sample, estimates)) {
    counted.n += respondents
    counted.weightSum += respondentWeight(
      cell.moments,
      totals,
      estimates.flatMap((one) => one.respondents.get(domain) ?? []),
    )
    strata.add(cell.stratum)
    if (cell.cluster >= 0) clusters.add(cell.cluster)
    else counted.answersAsClusters += respondents
  }
  const clusterCount = clusters.size + counted.answersAsClusters
  const { drawn, fraction } = sample.stage
  return {
    n: counted.n,
    weightSum: counted.weightSum,
    clusters: clusterCount,
    strata: strata.size,
    degreesOfFreedom: clusterCount - strata.size,
    hasLonely: [...strata].some((stratum) => drawn[stratum] === 1 && fraction[stratum]! < 1),
  }
}

function respondentWeight(moments: ArrayLike<number>, totals: number, lists: number[][]): number {
  return Math.max(
    ...lists.map((columns) => columns.reduce((sum, column) => sum + moments[totals + column]!, 0)),
  )
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

function placesOf(sample: MomentSample, names: readonly string[]): number[] {
  return names.map((name) => {
    const place = sample.columnPlace.get(name)
    if (place === undefined) throw new RangeError(`the moments have no column "${name}"`)
    return place
  })
}

function readColumnSum(sample: MomentSample, sum: ColumnSum): Float64Array {
  const terms: Readonly<Record<string, number>> =
    typeof sum === 'string'
      ? { [sum]: 1 }
      : Array.isArray(sum)
        ? Object.fromEntries(sum.map((name) => [name, 1]))
        : (sum as Record<string, number>)
  const coefficients = new Float64Array(sample.columns.length)
  const names = Object.keys(terms)
  for (const [index, place] of placesOf(sample, names).entries()) coefficients[place] = terms[names[index]!]!
  return coefficients
}

function usedPlaces(coefficients: Float64Array): number[] {
  return [...coefficients.keys()].filter((place) => coefficients[place] !== 0)
}

function addTotals(sample: MomentSample, domains: string[], coefficients: Float64Array): number {
  const { totals } = momentBlocks(sample.columns.length)
  return usedPlaces(coefficients).reduce(
    (sum, place) => sum + coefficients[place]! * sumMoments(sample, domains, totals + place),
    0,
  )
}

function sumMoments(sample: MomentSample, domains: string[], place: number): number {
  let sum = 0
  for (const domain of domains)
    for (const { moments } of sample.domains.get(domain) ?? []) sum += moments[place]!
  return sum
}
