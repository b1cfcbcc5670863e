// Reference cases of kind `independence_test`: Rao-Scott F.
import { independenceTest } from '#lib/stats/independence-test'
import { caseDesign } from '../case-design'
import type { GoldenCase } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'
import { selectRows } from '../select-rows'

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  const data = folder.dataset(testCase)
  const [row, column] = [data.column(testCase.row as string), data.column(testCase.column as string)]
  const domain = selectRows(data, testCase.subset)
  const test = independenceTest(caseDesign(data, testCase.design!), row, column, { domain })
  return {
    n: test.n,
    F: test.statistic,
    ndf: test.numeratorDf,
    ddf: test.denominatorDf,
    p_value: test.pValue,
    row_proportions: test.rows.map((name, place) => ({
      row: name,
      columns: test.columns,
      estimate: test.rowProportions[place],
    })),
  }
}
