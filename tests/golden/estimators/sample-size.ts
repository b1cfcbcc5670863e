// Reference cases of kind `sample_size`: planning before a survey.
import { sampleSizeForMargin, sampleSizeForTwoProportions, yamaneSampleSize } from '#lib/stats/sample-size'
import type { GoldenCase } from '../golden-case'

type Parameters = Record<string, number | null>

const planners: Record<string, (parameters: Parameters) => unknown> = {
  proportion_margin: (given) => {
    const size = sampleSizeForMargin({
      margin: given.margin!,
      proportion: given.proportion!,
      level: given.level!,
      population: given.population,
      designEffect: given.deff ?? 1,
      responseRate: given.response_rate ?? 1,
    })
    return {
      n_srs: size.simpleRandom,
      n_design: size.withDesignEffect,
      n_fpc: size.inPopulation,
      n_complete: size.complete,
      n_to_approach: size.toApproach,
    }
  },
  yamane: ({ population, margin }) => {
    const { n, complete } = yamaneSampleSize(population!, margin!)
    return { n, n_complete: complete }
  },
  two_proportions: ({ p1, p2, level, power, deff }) => {
    const proportions: [number, number] = [p1!, p2!]
    const size = sampleSizeForTwoProportions({
      proportions,
      level: level!,
      power: power!,
      designEffect: deff ?? 1,
    })
    return { n_per_group_exact: size.exact, n_per_group: size.perGroup }
  },
}

export function run(testCase: GoldenCase) {
  const plan = planners[testCase.method!]
  if (!plan) throw new Error(`unknown planner ${testCase.method}`)
  return plan(testCase.parameters as Parameters)
}
