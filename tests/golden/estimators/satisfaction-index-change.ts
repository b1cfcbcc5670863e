// Reference cases of kind `satisfaction_index_change`: change between two waves, unit by unit, adjusted over the units.
import { adjustPValues } from '#lib/stats/adjust-p-values'
import { satisfactionIndexChange } from '#lib/stats/index-effect'
import { zeroOne } from '../case-campaign'
import { caseDesign } from '../case-design'
import { caseCodes, caseFactors } from '../case-index'
import type { GoldenCase } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'
import { groupRows, selectRows } from '../select-rows'

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  const groups = indexChanges(testCase, folder, testCase.by!).map(
    ({ key, before, after, change, pValue }) => ({
      key,
      index_0: before.value,
      index_1: after.value,
      estimate: change.value,
      se: change.standardError,
      df: change.degreesOfFreedom,
      ci_low: change.low,
      ci_high: change.high,
      p_value: pValue,
    }),
  )
  const pValues = groups.map((group) => group.p_value)
  const [holm, bh] = [adjustPValues(pValues, 'holm'), adjustPValues(pValues, 'benjamini-hochberg')]
  return { groups: groups.map((group, place) => ({ ...group, p_holm: holm[place], p_bh: bh[place] })) }
}

/** The change of every unit of a case. */
export function indexChanges(testCase: GoldenCase, folder: GoldenFolder, by: string[]) {
  const data = folder.dataset(testCase)
  const design = caseDesign(data, testCase.design!)
  const factors = caseFactors(data, testCase)
  const time = zeroOne(data.column(testCase.time as string)).map((value) => value ?? -1)
  return groupRows(data, by, selectRows(data, testCase.subset)).map(({ key, rows }) => ({
    key,
    rows,
    ...satisfactionIndexChange(design, factors, time, {
      codes: caseCodes(testCase),
      domain: rows,
      level: testCase.level,
    }),
  }))
}
