// Reference cases of kind `exposure_difference`: exposed against not exposed, with jackknife errors.
import { exposureDifference } from '#lib/stats/exposure-difference'
import type { ExposureReading } from '#lib/stats/exposure-shares'
import { analysedVariable } from '../analysed-variable'
import { caseDesign } from '../case-design'
import type { GoldenCase } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'
import { keepRows } from '../keep-rows'
import { selectRows } from '../select-rows'

const readings: Record<string, ExposureReading> = {
  crude: 'crude',
  standardised: 'standardised',
  ipw: 'inverse-probability',
}

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  const reading = readings[testCase.method!]
  if (!reading) throw new Error(`unknown method ${testCase.method}`)
  const [exposure, covariates] = [testCase.exposure as string, [testCase.covariates ?? []].flat() as string[]]
  const all = folder.dataset(testCase)
  const used = [testCase.variable!, exposure, ...covariates]
  const conditions = used.map((name) => ({ var: name, op: 'not_missing' as const, value: null }))
  const data = keepRows(all, selectRows(all, [...(testCase.subset ?? []), ...conditions]))
  const result = exposureDifference(
    caseDesign(data, testCase.design!),
    {
      outcome: analysedVariable(data, testCase.variable!, testCase.categories),
      isExposed: data.numbers(exposure),
      covariates: covariates.map((name) => data.column(name)),
    },
    { reading, level: testCase.level },
  )
  return {
    n: result.n,
    n_exposed: result.exposedN,
    prop_exposed: result.exposed,
    prop_unexposed: result.unexposed,
    estimate: result.difference,
    se: result.standardError,
    df: result.degreesOfFreedom,
    ci_low: result.low,
    ci_high: result.high,
    risk_ratio: result.riskRatio,
    e_value: result.eValue,
  }
}
