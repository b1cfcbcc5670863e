// Confidence intervals for one proportion. The surprise: "p plus or minus two standard errors" covers 95 % only for
// shares in the middle and many villages; near 0 and 1 it is far too narrow, and at 0 and 1 it has no width at all.
// The default, Korn-Graubard cut at n, held at least 95 % in every design we simulated (tests/golden/README.md).

import { checkLevel } from '#lib/stats/column'
import { betaQuantile, fQuantile, studentTQuantile } from '#lib/stats/distributions'
import { StatisticsError } from '#lib/stats/statistics-error'

export type ProportionMethod =
  /** Korn-Graubard with n* <= n, and with an assumed design effect at 0 and 1: the recommended one */
  | 'kg_truncated'
  /** Korn-Graubard as in R, n* may exceed n; undefined at 0 and 1 */
  | 'beta'
  /** t interval on the logit scale, as SUDAAN, SPSS and Stata print it; undefined at 0 and 1 */
  | 'logit'
  /** the same under its name in R's svyciprop */
  | 'xlogit'
  /** Rao-Scott scaled binomial likelihood; undefined at 0 and 1 */
  | 'likelihood'
  /** score interval on the effective sample size; undefined at 0 and 1 */
  | 'wilson'
  /** t interval on the arcsine-square-root scale; undefined at 0 and 1 */
  | 'asin'
  /** p -/+ t times standard error: may leave [0, 1] and has no width at 0 and 1 */
  | 'mean'

export interface ProportionFacts {
  /** estimated proportion, 0..1 */
  proportion: number
  /** its design-based variance */
  variance: number
  /** respondents */
  n: number
  degreesOfFreedom: number
  /** 0.95 for a 95 % interval */
  level: number
  /** design effect of comparable items, used at 0 and 1 where none can be estimated; at least 1 */
  assumedDesignEffect: number
}

export interface ProportionInterval {
  /** null: the interval does not exist */
  low: number | null
  high: number | null
  /** n*, the size of the simple random sample whose interval this is; null where the method knows none */
  effectiveN: number | null
}

const NO_INTERVAL: ProportionInterval = { low: null, high: null, effectiveN: null }

/**
 * Confidence interval for a proportion from a complex sample.
 *
 * With t = t_df quantile, a = 1 - level, V the design variance, n* the effective sample size:
 *
 *     mean        p -/+ t sqrt(V)
 *     logit       logit(p) -/+ t sqrt(V)/(p(1-p)), transformed back
 *     asin        asin(sqrt p) -/+ t sqrt(V)/(2 sqrt(p(1-p))), transformed back
 *     wilson      score interval with n* = p(1-p)/V and t for z
 *     likelihood  all q with 2 n [p log(p/q) + (1-p) log((1-p)/(1-q))] <= F_{1,df} V/(p(1-p)/n)
 *     beta        n* = p(1-p)/V (t_{n-1}/t_df)^2; Beta quantiles (a/2; n*p, n*(1-p)+1), (1-a/2; n*p+1, n*(1-p))
 *     kg_truncated  the same with n* <= n; at p = 0 or 1 n* = min(n, n/deff (t_{n-1}/t_df)^2) and the Clopper-Pearson
 *                 bound 1 - (a/2)^(1/n*)
 *
 * Source: Korn and Graubard (1998) Survey Methodology 24, 193-201 (beta); Parker et al. (2017) NCHS Vital and Health
 * Statistics 2(175) (truncation); Rao and Scott (1984) (likelihood); Dean and Pagano (2015) JSSAM 3 (comparison).
 * No degrees of freedom: no interval. Errors: value_outside_range.
 *
 * @example
 * const facts = { proportion: 0, variance: 0, n: 40, degreesOfFreedom: 6, level: 0.95, assumedDesignEffect: 1.5 }
 * proportionInterval('kg_truncated', facts).high.toFixed(4) // => '0.1833'
 * proportionInterval('logit', facts).high // => null
 */
export function proportionInterval(method: ProportionMethod, facts: ProportionFacts): ProportionInterval {
  checkLevel(facts.level)
  const { proportion, variance, degreesOfFreedom } = facts
  if (proportion < 0 || proportion > 1) {
    throw new StatisticsError(
      'value_outside_range',
      `A proportion lies between 0 and 1, not at ${proportion}.`,
    )
  }
  if (degreesOfFreedom <= 0 || Number.isNaN(variance)) return NO_INTERVAL
  const t = studentTQuantile((1 + facts.level) / 2, degreesOfFreedom)
  const interval = INTERVALS[method](facts, t)
  return Number.isNaN(interval.low) || Number.isNaN(interval.high) ? NO_INTERVAL : interval
}

type IntervalFormula = (facts: ProportionFacts, t: number) => ProportionInterval

const INTERVALS: Record<ProportionMethod, IntervalFormula> = {
  mean: ({ proportion, variance }, t) => around(proportion, t * Math.sqrt(variance), (x) => x),
  logit: logitInterval,
  xlogit: logitInterval,
  asin: arcsineInterval,
  wilson: wilsonInterval,
  likelihood: likelihoodInterval,
  beta: (facts, t) => {
    if (isExtreme(facts)) return NO_INTERVAL
    const effectiveN = kornGraubardSize(facts, t)
    return Number.isFinite(effectiveN) ? betaInterval(facts, effectiveN) : NO_INTERVAL
  },
  kg_truncated: (facts, t) => {
    if (isExtreme(facts)) return extremeInterval(facts, t)
    return betaInterval(facts, Math.min(facts.n, kornGraubardSize(facts, t)))
  },
}

function isExtreme({ proportion }: ProportionFacts): boolean {
  return proportion === 0 || proportion === 1
}

function around(centre: number, half: number, back: (x: number) => number): ProportionInterval {
  return { low: back(centre - half), high: back(centre + half), effectiveN: null }
}

function logitInterval(facts: ProportionFacts, t: number): ProportionInterval {
  if (isExtreme(facts)) return NO_INTERVAL
  const { proportion: p, variance } = facts
  const half = (t * Math.sqrt(variance)) / (p * (1 - p))
  return around(Math.log(p / (1 - p)), half, (x) => 1 / (1 + Math.exp(-x)))
}

function arcsineInterval(facts: ProportionFacts, t: number): ProportionInterval {
  if (isExtreme(facts)) return NO_INTERVAL
  const { proportion: p, variance } = facts
  const half = (t * Math.sqrt(variance)) / (2 * Math.sqrt(p * (1 - p)))
  return around(Math.asin(Math.sqrt(p)), half, (x) => Math.sin(Math.min(Math.PI / 2, Math.max(0, x))) ** 2)
}

function wilsonInterval(facts: ProportionFacts, t: number): ProportionInterval {
  const { proportion: p, variance } = facts
  if (isExtreme(facts) || variance === 0) return NO_INTERVAL
  const effectiveN = (p * (1 - p)) / variance
  const scale = 1 + t ** 2 / effectiveN
  const centre = (p + t ** 2 / (2 * effectiveN)) / scale
  const half = ((t / (2 * effectiveN)) * Math.sqrt(4 * effectiveN * p * (1 - p) + t ** 2)) / scale
  return { low: centre - half, high: centre + half, effectiveN }
}

function likelihoodInterval(facts: ProportionFacts): ProportionInterval {
  const { proportion: p, variance, n, level, degreesOfFreedom } = facts
  if (isExtreme(facts)) return NO_INTERVAL
  const critical = (fQuantile(level, 1, degreesOfFreedom) * variance * n) / (p * (1 - p))
  const excess = (q: number) =>
    2 * n * (p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q))) - critical
  return { low: bisect(excess, 0, p), high: bisect(excess, 1, p), effectiveN: null }
}

/** The point between `outside` (excess > 0) and `inside` (excess <= 0) where the excess changes its sign. */
function bisect(excess: (q: number) => number, outside: number, inside: number): number {
  for (let step = 0; step < 200; step++) {
    const middle = (outside + inside) / 2
    if (middle === outside || middle === inside) break
    if (excess(middle) > 0) outside = middle
    else inside = middle
  }
  return inside
}

function kornGraubardSize({ proportion: p, variance, n, level }: ProportionFacts, t: number): number {
  return ((p * (1 - p)) / variance) * (studentTQuantile((1 + level) / 2, n - 1) / t) ** 2
}

function betaInterval({ proportion, level }: ProportionFacts, effectiveN: number): ProportionInterval {
  const tail = (1 - level) / 2
  const successes = effectiveN * proportion
  const failures = effectiveN * (1 - proportion)
  return {
    low: betaQuantile(tail, successes, failures + 1),
    high: betaQuantile(1 - tail, successes + 1, failures),
    effectiveN,
  }
}

function extremeInterval(
  { proportion, n, level, assumedDesignEffect }: ProportionFacts,
  t: number,
): ProportionInterval {
  if (n < 2) return NO_INTERVAL
  const inflation = (studentTQuantile((1 + level) / 2, n - 1) / t) ** 2
  const effectiveN = Math.min(n, (n / Math.max(1, assumedDesignEffect)) * inflation)
  const bound = ((1 - level) / 2) ** (1 / effectiveN)
  return proportion === 0 ? { low: 0, high: 1 - bound, effectiveN } : { low: bound, high: 1, effectiveN }
}
