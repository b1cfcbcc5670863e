// The weight a respondent starts with: how many adults of the commune this person stands for, by the way the sample was
// drawn. Everything later (non-response, raking, trimming) only corrects this number.

import { StatisticsError } from '#lib/stats/statistics-error'

/** How one respondent was drawn: villages in a stratum, households in the village, one adult in the household. */
export type SelectionPlan = {
  villagesInStratum: number
  villagesDrawn: number
  householdsInVillage: number
  householdsDrawn: number
  /** Adults living in the household, of whom one was asked. */
  adultsInHousehold: number
}

/**
 * Base weight when the villages were drawn by simple random sampling.
 *
 * In words: (villages in the stratum / villages drawn) x (households in the village / households drawn) x adults in the
 * household; the inverse of the chance to be asked.
 *
 * Source: Sarndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, section 4.3 (two stages); Kish (1949), J. Amer.
 * Statist. Assoc. 44, 380-387 (one adult of a household).
 *
 * @param plan counts; population counts are not smaller than sample counts
 * @returns adults represented
 * @throws StatisticsError fpc_below_sample or value_outside_range
 * @example
 * const plan = { villagesInStratum: 20, villagesDrawn: 5, householdsInVillage: 120, householdsDrawn: 40, adultsInHousehold: 2 }
 * baseWeight(plan) // => 24
 */
export function baseWeight(plan: SelectionPlan): number {
  checkPlan(plan)
  return (
    (plan.villagesInStratum / plan.villagesDrawn) *
    (plan.householdsInVillage / plan.householdsDrawn) *
    plan.adultsInHousehold
  )
}

/**
 * Base weight when the villages were drawn with probability proportional to their number of households.
 *
 * In words: households in the stratum / (villages drawn x households in the village), times (households in the village /
 * households drawn), times adults in the household. The size of the village cancels: everybody weighs about the same.
 *
 * Source: Sarndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, section 3.6; Valliant, Dever and Kreuter
 * (2018), section 13.3.
 *
 * @param plan counts
 * @param householdsInStratum all households of the stratum
 * @returns adults represented
 * @throws StatisticsError fpc_below_sample or value_outside_range
 * @example
 * const plan = { villagesInStratum: 20, villagesDrawn: 5, householdsInVillage: 120, householdsDrawn: 40, adultsInHousehold: 2 }
 * baseWeightProportionalToSize(plan, 2000) // => 20
 */
export function baseWeightProportionalToSize(plan: SelectionPlan, householdsInStratum: number): number {
  checkPlan(plan)
  if (!(householdsInStratum >= plan.householdsInVillage)) {
    throw new StatisticsError(
      'fpc_below_sample',
      `The stratum has ${householdsInStratum} households but one of its villages has ${plan.householdsInVillage}.`,
    )
  }
  const chanceOfVillage = (plan.villagesDrawn * plan.householdsInVillage) / householdsInStratum
  return (plan.householdsInVillage / plan.householdsDrawn / chanceOfVillage) * plan.adultsInHousehold
}

function checkPlan(plan: SelectionPlan): void {
  for (const [name, count] of Object.entries(plan)) {
    if (!(count > 0 && Number.isFinite(count))) {
      throw new StatisticsError('value_outside_range', `${name} is ${count}; it must be above zero.`, {
        name,
      })
    }
  }
  if (plan.villagesDrawn > plan.villagesInStratum || plan.householdsDrawn > plan.householdsInVillage) {
    throw new StatisticsError('fpc_below_sample', 'More villages or households were drawn than there are.')
  }
}
