// The factors of an index case as columns of answers.
import type { SatisfactionFactor } from '#lib/stats/satisfaction-index'
import type { Dataset } from './dataset'
import type { GoldenCase } from './golden-case'

interface GivenFactor {
  factor: string
  items: string[]
  weight?: number
}

export function caseFactors(data: Dataset, testCase: GoldenCase): SatisfactionFactor[] {
  return (testCase.factors as GivenFactor[]).map(({ factor, items, weight }) => ({
    name: factor,
    items: [items].flat().map((name) => ({ name, answers: data.numbers(name) })),
    weight: weight ?? 1,
  }))
}

export function caseCodes(testCase: GoldenCase) {
  return {
    satisfied: [testCase.categories ?? []].flat().map(Number),
    valid: [testCase.valid_codes as number[]].flat().map(Number),
  }
}
