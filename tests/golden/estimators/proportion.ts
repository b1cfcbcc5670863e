// Reference cases of kind `proportion`. Method `taylor` is the plain t interval of 01-estimates (R's svymean); the
// other methods are intervals for one proportion (02-proportion-ci).
import { proportion } from '#lib/stats/proportion'
import type { ProportionMethod } from '#lib/stats/proportion-interval'
import { analysedVariable } from '../analysed-variable'
import { estimateFields, estimateGroups } from '../estimate-groups'
import type { GoldenCase } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  const method = (testCase.method === 'taylor' ? 'mean' : testCase.method) as ProportionMethod
  return estimateGroups(testCase, folder, ({ data, design, domain }) => {
    const answers = analysedVariable(data, testCase.variable!, testCase.categories)
    const options = {
      domain,
      level: testCase.level,
      method,
      assumedDesignEffect: testCase.assumed_deff as number | undefined,
    }
    const estimate = proportion(design, answers, options)
    const exact = method === 'likelihood' ? { ci_low_exact: estimate.low, ci_high_exact: estimate.high } : {}
    return { ...estimateFields(estimate), n_eff_ci: estimate.intervalN, ...exact }
  })
}
