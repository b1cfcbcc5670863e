// Reference cases of kind `mean`.
import { weightedMean } from '#lib/stats/weighted-mean'
import { analysedVariable } from '../analysed-variable'
import { estimateFields, estimateGroups } from '../estimate-groups'
import type { GoldenCase } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  return estimateGroups(testCase, folder, ({ data, design, domain }) => {
    const values = analysedVariable(data, testCase.variable!, testCase.categories)
    return estimateFields(weightedMean(design, values, { domain, level: testCase.level }))
  })
}
