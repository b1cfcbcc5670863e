// Reference cases of kind `composite`: indicators brought to one scale and averaged.
import { type CompositeOptions, compositeIndex } from '#lib/stats/composite-index'
import type { GoldenCase } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'

interface GivenIndicator {
  column: string
  weight: number
  direction: number
  goalpost_low: number
  goalpost_high: number
}

const normalisations: Record<string, CompositeOptions['normalisation']> = {
  minmax_sample: 'sample-range',
  minmax_goalposts: 'goalposts',
  zscore: 'z-score',
}

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  const data = folder.dataset(testCase)
  const normalisation = normalisations[testCase.method!]
  if (!normalisation) throw new Error(`unknown normalisation ${testCase.method}`)
  const indicators = (testCase.indicators as GivenIndicator[]).map((given) => ({
    values: data.numbers(given.column),
    weight: given.weight,
    isReversed: given.direction < 0,
    goalposts: [given.goalpost_low, given.goalpost_high] as const,
  }))
  const { normalised, values, ranks } = compositeIndex(indicators, {
    normalisation,
    aggregation: testCase.aggregation as CompositeOptions['aggregation'],
    missing: testCase.missing_policy as CompositeOptions['missing'],
  })
  return { normalised, index: values, rank: ranks }
}
