// The items of a reliability case as a Scale.
import type { Scale } from '#lib/stats/item-covariance'
import type { GoldenCase } from './golden-case'
import type { GoldenFolder } from './golden-folder'
import { selectRows } from './select-rows'

export function caseScale(testCase: GoldenCase, folder: GoldenFolder): Scale {
  const data = folder.dataset(testCase)
  const items = testCase.items as string[]
  const reversed = (testCase.reverse_items ?? []) as string[]
  return {
    items: items.map((name) => data.numbers(name)),
    validCodes: testCase.valid_codes as number[] | null,
    isReversed: items.map((name) => reversed.includes(name)),
    reverseRange: testCase.reverse_range as [number, number] | null,
    weights: testCase.weights ? data.numbers(testCase.weights as string) : null,
    domain: selectRows(data, testCase.subset),
  }
}
