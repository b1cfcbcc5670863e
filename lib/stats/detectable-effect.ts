// What a planned survey could see at all: the smallest true difference that it would find in most repetitions.
// The surprise: for a campaign in whole communes more respondents hardly help, more communes do.
import { normalQuantile, studentTQuantile } from '#lib/stats/distributions'
import { requireWithin } from '#lib/stats/require-within'

/** A comparison of two groups of respondents. */
export interface TwoGroupPlan {
  /** share in the first group, 0..1 */
  proportion: number
  /** respondents in the first and in the second group */
  respondents: [number, number]
  level: number
  power: number
  designEffect?: number
}

/**
 * Minimal detectable increase between two proportions.
 *
 * Formula: the d that solves d = (z of the level + z of the power) * square root of
 * (design effect * (p1 q1/n1 + p2 q2/n2)) with p2 = p1 + d. With d on both sides this is a quadratic equation.
 * Source: Bloom (1995) Evaluation Review 19, equation 1; variance as in Fleiss, Levin, Paik (2003) section 4.2.
 * @returns the increase of the share, 0..1, or null when even an increase to 1 would not be found
 * @throws StatisticsError value_outside_range
 * @example
 * detectableIncrease({ proportion: 0.7, respondents: [400, 400], level: 0.95, power: 0.8 }) // => 0.0861374003533
 */
export function detectableIncrease(plan: TwoGroupPlan): number | null {
  const { proportion, respondents, level, power, designEffect = 1 } = plan
  requireWithin('proportion', proportion, 0, 1, 'lower')
  for (const count of respondents) requireWithin('number of respondents', count, 0, Infinity)
  requireWithin('level', level, 0, 1)
  requireWithin('power', power, 0, 1)
  requireWithin('design effect', designEffect, 0, Infinity)
  const multiplier = (normalQuantile(1 - (1 - level) / 2) + normalQuantile(power)) ** 2 * designEffect
  const first = multiplier / respondents[0]
  const second = multiplier / respondents[1]
  // d^2 = first p q + second (p + d)(1 - p - d)  <=>  (1 + second) d^2 - second (1 - 2 p) d - (first + second) p q = 0
  const linear = second * (1 - 2 * proportion)
  const constant = (first + second) * proportion * (1 - proportion)
  const increase = (linear + Math.sqrt(linear ** 2 + 4 * (1 + second) * constant)) / (2 * (1 + second))
  return increase < 1 - proportion ? increase : null
}

/** A campaign in some communes, measured in all of them before and after. */
export interface CommunePlan {
  /** communes in all, at least 3 */
  communes: number
  /** communes that receive the campaign, between 1 and communes - 1 */
  exposed: number
  /** respondents per commune and wave */
  respondents: number
  /** the share expected, 0..1 */
  proportion: number
  /** correlation of two answers from the same commune, 0..1 */
  communeCorrelation: number
  /** correlation of a commune's true level between the two waves, 0..1 */
  communeAutocorrelation: number
  /** design effect of the sample inside a commune */
  designEffectWithin: number
  level: number
  power: number
}

export interface CommuneEffect {
  /** variance of one commune's change */
  changeVariance: number
  standardError: number
  degreesOfFreedom: number
  /** standard errors that the effect must measure */
  multiplier: number
  /** minimal detectable effect, a difference of shares */
  effect: number
}

/**
 * Minimal detectable effect of a campaign in whole communes (difference in differences of shares).
 *
 * Formula: a commune's change has the variance 2 p (1-p) (icc (1 - autocorrelation) + (1 - icc) deff / m); the effect's
 * standard error is the root of that times 1/J1 + 1/J0; the effect is (t of the level + t of the power) times it,
 * with J - 2 degrees of freedom.
 * Source: Bloom (2005) Learning More from Social Experiments, ch. 4; Murray (1998); Teerenstra et al. (2012) Statistics in Medicine 31.
 * @throws StatisticsError value_outside_range
 * @example
 * const answers = { respondents: 400, proportion: 0.7, designEffectWithin: 1.5, level: 0.95, power: 0.8 }
 * const communes = { communes: 9, exposed: 4, communeCorrelation: 0.01, communeAutocorrelation: 0.6 }
 * detectableCommuneEffect({ ...answers, ...communes }).effect // => 0.12448963494396
 */
export function detectableCommuneEffect(plan: CommunePlan): CommuneEffect {
  requireWithin('number of communes', plan.communes, 3, Infinity, 'lower')
  requireWithin('number of exposed communes', plan.exposed, 1, plan.communes - 1, 'closed')
  requireWithin('number of respondents', plan.respondents, 0, Infinity)
  requireWithin('proportion', plan.proportion, 0, 1, 'closed')
  requireWithin('correlation inside communes', plan.communeCorrelation, 0, 1, 'closed')
  requireWithin('correlation between waves', plan.communeAutocorrelation, -1, 1, 'closed')
  requireWithin('design effect', plan.designEffectWithin, 0, Infinity)
  requireWithin('level', plan.level, 0, 1)
  requireWithin('power', plan.power, 0, 1)
  const between = plan.communeCorrelation * (1 - plan.communeAutocorrelation)
  const within = ((1 - plan.communeCorrelation) * plan.designEffectWithin) / plan.respondents
  const changeVariance = 2 * plan.proportion * (1 - plan.proportion) * (between + within)
  const standardError = Math.sqrt(changeVariance * (1 / plan.exposed + 1 / (plan.communes - plan.exposed)))
  const degreesOfFreedom = plan.communes - 2
  const multiplier =
    studentTQuantile(1 - (1 - plan.level) / 2, degreesOfFreedom) +
    studentTQuantile(plan.power, degreesOfFreedom)
  return { changeVariance, standardError, degreesOfFreedom, multiplier, effect: multiplier * standardError }
}

/**
 * Respondents per commune and wave with which a campaign's effect of a given size would be found.
 *
 * Formula: that of `detectableCommuneEffect`, solved for m. No m is enough when the communes alone differ too much between
 * the waves: 2 p (1-p) icc (1 - autocorrelation) already reaches the variance that the effect allows.
 * Source: Bloom (2005) Learning More from Social Experiments, ch. 4; Murray (1998).
 * @param plan as there, without the respondents
 * @param effect difference of shares to be found, greater than 0
 * @returns respondents rounded up, or null when no number is enough
 * @throws StatisticsError value_outside_range
 * @example
 * const answers = { proportion: 0.7, designEffectWithin: 1.5, level: 0.95, power: 0.8 }
 * const communes = { communes: 9, exposed: 4, communeCorrelation: 0.01, communeAutocorrelation: 0.6 }
 * respondentsForCommuneEffect({ ...answers, ...communes }, 0.12448963494397) // => 400
 * respondentsForCommuneEffect({ ...answers, ...communes }, 0.05) // => null
 */
export function respondentsForCommuneEffect(
  plan: Omit<CommunePlan, 'respondents'>,
  effect: number,
): number | null {
  requireWithin('effect', effect, 0, 1)
  const { proportion, communeCorrelation, communeAutocorrelation, designEffectWithin } = plan
  const one = detectableCommuneEffect({ ...plan, respondents: 1 })
  // the effect is proportional to the root of a commune's variance of change
  const allowed = one.changeVariance * (effect / one.effect) ** 2
  const between = communeCorrelation * (1 - communeAutocorrelation)
  const left = allowed / (2 * proportion * (1 - proportion)) - between
  if (!(left > 0)) return null
  return Math.ceil(((1 - communeCorrelation) * designEffectWithin) / left - 1e-9)
}
