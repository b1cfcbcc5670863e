// Reference cases of kind `scale_score`: mean person score 0..100 per factor.
import { scaleScores } from '#lib/stats/scale-score'
import { weightedMean } from '#lib/stats/weighted-mean'
import { caseDesign } from '../case-design'
import { caseCodes, caseFactors } from '../case-index'
import { estimateFields, orNothing } from '../estimate-groups'
import type { GoldenCase } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'
import { groupRows, selectRows } from '../select-rows'

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  const data = folder.dataset(testCase)
  const design = caseDesign(data, testCase.design!)
  const { valid } = caseCodes(testCase)
  const scores = caseFactors(data, testCase).map(({ name, items }) => ({
    name,
    values: scaleScores(
      items.map(({ answers }) => answers),
      valid,
    ),
  }))
  const groups = groupRows(data, testCase.by, selectRows(data, testCase.subset))
  return {
    groups: groups.map(({ key, rows }) => ({
      key,
      factors: scores.map(({ name, values }) => ({
        factor: name,
        ...orNothing(() =>
          estimateFields(weightedMean(design, values, { domain: rows, level: testCase.level })),
        ),
      })),
    })),
  }
}
