// Reference cases of kind `mde`: the minimal detectable effect of a plan.
import { detectableCommuneEffect, detectableIncrease } from '#lib/stats/detectable-effect'
import type { GoldenCase } from '../golden-case'

type Parameters = Record<string, number>

const planners: Record<string, (parameters: Parameters) => unknown> = {
  two_proportions: (given) => ({
    mde_increase: detectableIncrease({
      proportion: given.p_base!,
      respondents: [given.n1!, given.n2!],
      level: given.level!,
      power: given.power!,
      designEffect: given.deff ?? 1,
    }),
  }),
  did_communes: (given) => {
    const result = detectableCommuneEffect({
      communes: given.communes!,
      exposed: given.exposed!,
      respondents: given.respondents_per_commune_wave!,
      proportion: given.proportion!,
      communeCorrelation: given.icc_commune!,
      communeAutocorrelation: given.commune_autocorrelation!,
      designEffectWithin: given.deff_within!,
      level: given.level!,
      power: given.power!,
    })
    return {
      var_change_commune: result.changeVariance,
      se: result.standardError,
      df: result.degreesOfFreedom,
      multiplier: result.multiplier,
      mde: result.effect,
    }
  },
}

export function run(testCase: GoldenCase) {
  const plan = planners[testCase.method!]
  if (!plan) throw new Error(`unknown planner ${testCase.method}`)
  return plan(testCase.parameters as Parameters)
}
