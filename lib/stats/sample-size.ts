// How many people to ask before a survey starts. The surprise for readers of official guidelines: Yamane's popular formula
// is the special case of a simple random sample, and a village sample usually needs about twice as many people.
import { normalQuantile } from '#lib/stats/distributions'
import { requireWithin } from '#lib/stats/require-within'

/** What a survey of one proportion must reach. */
export interface MarginPlan {
  /** half width of the interval aimed at, 0..1, e.g. 0.05 for 5 percentage points */
  margin: number
  /** the share expected, 0..1; 0.5 is the most cautious */
  proportion: number
  /** confidence level, 0..1 */
  level: number
  /** people in the population; left out: very many */
  population?: number | null
  /** design effect: how much clusters and weights widen the interval; 1 is a simple random sample */
  designEffect?: number
  /** share of approached people who answer, 0..1 */
  responseRate?: number
}

export interface MarginSampleSize {
  /** answers needed in a simple random sample from a very large population (not rounded) */
  simpleRandom: number
  /** the same times the design effect (not rounded) */
  withDesignEffect: number
  /** the same after the gain of a small population (not rounded) */
  inPopulation: number
  /** complete answers to collect, rounded up */
  complete: number
  /** people to approach, rounded up */
  toApproach: number
}

/**
 * Sample size for a wanted margin of error of one proportion.
 *
 * Formula: z squared p (1 - p) / margin squared, times the design effect, divided by 1 + (n - 1)/N for a population of
 * N, divided by the response rate; both counts rounded up.
 * Source: Cochran (1977) Sampling Techniques, equations 4.1-4.4; Kish (1965) section 8.2 for the design effect.
 * @throws StatisticsError value_outside_range when a share is outside 0..1, or margin, level, rate or effect is not positive
 * @example
 * sampleSizeForMargin({ margin: 0.05, proportion: 0.5, level: 0.95 }).complete // => 385
 * const village = { margin: 0.05, proportion: 0.5, level: 0.95, population: 2600, designEffect: 2 }
 * sampleSizeForMargin({ ...village, responseRate: 0.8 }).toApproach // => 742
 */
export function sampleSizeForMargin(plan: MarginPlan): MarginSampleSize {
  const { margin, proportion, level, population = null, designEffect = 1, responseRate = 1 } = plan
  requireWithin('margin', margin, 0, 1)
  requireWithin('proportion', proportion, 0, 1, 'closed')
  requireWithin('level', level, 0, 1)
  requireWithin('design effect', designEffect, 0, Infinity)
  requireWithin('response rate', responseRate, 0, 1, 'upper')
  if (population !== null) requireWithin('population', population, 0, Infinity)
  const z = normalQuantile(1 - (1 - level) / 2)
  const simpleRandom = (z * z * proportion * (1 - proportion)) / (margin * margin)
  const withDesignEffect = simpleRandom * designEffect
  const inPopulation =
    population === null ? withDesignEffect : withDesignEffect / (1 + (withDesignEffect - 1) / population)
  return {
    simpleRandom,
    withDesignEffect,
    inPopulation,
    complete: roundUp(inPopulation),
    toApproach: roundUp(inPopulation / responseRate),
  }
}

/** What a survey of one proportion has: the answers instead of the margin. */
export type AnswersPlan = Omit<MarginPlan, 'margin' | 'responseRate'> & {
  /** complete answers, at most the population */
  answers: number
}

/**
 * Margin of error of one proportion with a known number of answers: `sampleSizeForMargin` the other way round.
 *
 * Formula: z times the square root of design effect p (1 - p) / n, with n' = n (N - 1) / (N - n) in place of n for a
 * population of N.
 * Source: Cochran (1977) Sampling Techniques, equations 4.1-4.4, solved for the margin.
 * @returns half width of the interval, 0 when everybody answered
 * @throws StatisticsError value_outside_range
 * @example
 * marginForAnswers({ answers: 384.145882069412, proportion: 0.5, level: 0.95 }) // => 0.05
 */
export function marginForAnswers(plan: AnswersPlan): number {
  const { answers, proportion, level, population = null, designEffect = 1 } = plan
  requireWithin('answers', answers, 0, population ?? Infinity, 'upper')
  requireWithin('proportion', proportion, 0, 1, 'closed')
  requireWithin('level', level, 0, 1)
  requireWithin('design effect', designEffect, 0, Infinity)
  const size = population === null ? answers : (answers * (population - 1)) / (population - answers)
  const z = normalQuantile(1 - (1 - level) / 2)
  return z * Math.sqrt((designEffect * proportion * (1 - proportion)) / size)
}

/**
 * Yamane's sample size, shown only beside the real number because guidelines name it.
 *
 * Formula: N / (1 + N margin squared). It assumes p = 0.5, z = 2, a simple random sample and full response.
 * Source: Yamane (1967) Statistics: An Introductory Analysis, p. 886.
 * @param population people in the population, greater than 0
 * @param margin half width of the interval, 0..1
 * @returns n not rounded, and rounded up
 * @throws StatisticsError value_outside_range
 * @example
 * yamaneSampleSize(2600, 0.05).complete // => 347
 */
export function yamaneSampleSize(population: number, margin: number): { n: number; complete: number } {
  requireWithin('population', population, 0, Infinity)
  requireWithin('margin', margin, 0, 1)
  const n = population / (1 + population * margin * margin)
  return { n, complete: roundUp(n) }
}

/** A comparison of two proportions, e.g. two communes or two waves with new respondents. */
export interface TwoProportionPlan {
  /** the two shares to tell apart, 0..1 */
  proportions: [number, number]
  level: number
  /** chance of finding the difference when it is there, 0..1 */
  power: number
  designEffect?: number
}

/**
 * Sample size per group to tell two proportions apart.
 *
 * Formula: design effect times (z of the level + z of the power) squared times (p1 q1 + p2 q2) / (p1 - p2) squared.
 * Source: Fleiss, Levin, Paik (2003) Statistical Methods for Rates and Proportions, section 4.2, without continuity correction.
 * @returns respondents per group, not rounded and rounded up
 * @throws StatisticsError value_outside_range, also when the two shares are equal
 * @example
 * sampleSizeForTwoProportions({ proportions: [0.7, 0.75], level: 0.95, power: 0.8 }).perGroup // => 1248
 */
export function sampleSizeForTwoProportions(plan: TwoProportionPlan): { exact: number; perGroup: number } {
  const [first, second] = plan.proportions
  const designEffect = plan.designEffect ?? 1
  requireWithin('first proportion', first, 0, 1, 'closed')
  requireWithin('second proportion', second, 0, 1, 'closed')
  requireWithin('difference of the proportions', Math.abs(first - second), 0, 1, 'upper')
  requireWithin('level', plan.level, 0, 1)
  requireWithin('power', plan.power, 0, 1)
  requireWithin('design effect', designEffect, 0, Infinity)
  const z = normalQuantile(1 - (1 - plan.level) / 2) + normalQuantile(plan.power)
  const spread = first * (1 - first) + second * (1 - second)
  const exact = (designEffect * z * z * spread) / (first - second) ** 2
  return { exact, perGroup: roundUp(exact) }
}

/** Rounds up, but not because of the last digits of floating point. */
function roundUp(count: number): number {
  return Math.ceil(count - 1e-9)
}
