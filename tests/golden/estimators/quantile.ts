// Reference cases of kind `quantile`: the points only, as the cases hold no errors.
import { weightedQuantile } from '#lib/stats/weighted-quantile'
import { analysedVariable } from '../analysed-variable'
import { estimateGroups } from '../estimate-groups'
import type { GoldenCase } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  return estimateGroups(testCase, folder, ({ data, design, domain }) => {
    const values = analysedVariable(data, testCase.variable!, testCase.categories)
    const estimates = (testCase.probs as number[]).map((share) =>
      weightedQuantile(design, values, share, { domain }),
    )
    return {
      n: domain.filter((isIn, row) => isIn && values[row] !== null).length,
      quantiles: estimates.map(({ value }) => value),
    }
  })
}
