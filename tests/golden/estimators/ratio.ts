// Reference cases of kind `ratio`.
import { ratio } from '#lib/stats/ratio'
import { estimateFields, estimateGroups } from '../estimate-groups'
import type { GoldenCase } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  return estimateGroups(testCase, folder, ({ data, design, domain }) => {
    const [numerator, denominator] = [data.numbers(testCase.numerator!), data.numbers(testCase.denominator!)]
    return estimateFields(ratio(design, numerator, denominator, { domain, level: testCase.level }))
  })
}
