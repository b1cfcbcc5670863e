// Reference cases of kind `item_nonresponse`.
import { itemNonresponse } from '#lib/stats/item-nonresponse'
import type { GoldenCase } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  const data = folder.dataset(testCase)
  const codes = {
    validCodes: testCase.valid_codes as number[],
    dontKnowCodes: [testCase.dont_know_code as number | number[]].flat(),
  }
  const weights = testCase.weights ? data.numbers(testCase.weights as string) : null
  return {
    items: (testCase.items as string[]).map((item) => {
      const result = itemNonresponse(data.numbers(item), codes, weights)
      return {
        item,
        n: result.n,
        valid: result.valid,
        dont_know: result.dontKnow,
        missing: result.missing,
        valid_rate: result.validRate,
        dont_know_rate: result.dontKnowRate,
        missing_rate: result.missingRate,
      }
    }),
  }
}
