// Reference cases of kind `satisfaction_index_did`: the campaign effect on the index, by design and by unit.
import { communeLevelEffect } from '#lib/stats/commune-level-effect'
import { satisfactionIndexEffect } from '#lib/stats/index-effect'
import { randomisationTest } from '#lib/stats/randomisation-test'
import { zeroOne } from '../case-campaign'
import { caseDesign } from '../case-design'
import { caseCodes, caseFactors } from '../case-index'
import type { GoldenCase } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'
import { selectRows } from '../select-rows'
import { indexChanges } from './satisfaction-index-change'

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  const data = folder.dataset(testCase)
  const unit = testCase.unit as string
  const isExposed = zeroOne(data.column(testCase.group as string))
  const campaign = { isExposed, isAfter: zeroOne(data.column(testCase.time as string)) }
  const effect = satisfactionIndexEffect(
    caseDesign(data, testCase.design!),
    caseFactors(data, testCase),
    campaign,
    {
      codes: caseCodes(testCase),
      domain: selectRows(data, testCase.subset),
      level: testCase.level,
    },
  )
  const changes = indexChanges(testCase, folder, [unit]).map(({ key, rows, change }) => ({
    commune: String(key![unit]),
    isExposed: isExposed[rows.indexOf(1)] === 1,
    change: change.value,
  }))
  const communeLevel = communeLevelEffect(changes, testCase.level)
  const { assignments, pValue } = randomisationTest(changes, testCase.level)
  return {
    design_based: {
      estimate: effect.value,
      se: effect.standardError,
      df: effect.degreesOfFreedom,
      ci_low: effect.low,
      ci_high: effect.high,
    },
    cluster_level: {
      estimate: communeLevel.value,
      se: communeLevel.standardError,
      df: communeLevel.degreesOfFreedom,
      ci_low: communeLevel.low,
      ci_high: communeLevel.high,
      p_value: communeLevel.pValue,
    },
    randomisation: { assignments, p_value: pValue },
  }
}
