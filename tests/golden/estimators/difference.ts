// Reference cases of kind `difference`: b - a for two domains of one design.
import { difference } from '#lib/stats/difference'
import { ratio } from '#lib/stats/ratio'
import { weightedMean } from '#lib/stats/weighted-mean'
import { analysedVariable } from '../analysed-variable'
import { caseDesign } from '../case-design'
import type { Condition, GoldenCase } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'
import { selectRows } from '../select-rows'

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  const data = folder.dataset(testCase)
  const design = caseDesign(data, testCase.design!)
  const options = (name: string) => ({
    domain: selectRows(data, testCase[name] as Condition[]),
    level: testCase.level,
  })
  const estimate = (name: string) => {
    if (!testCase.numerator) {
      return weightedMean(
        design,
        analysedVariable(data, testCase.variable!, testCase.categories),
        options(name),
      )
    }
    return ratio(design, data.numbers(testCase.numerator), data.numbers(testCase.denominator!), options(name))
  }
  const [a, b] = [estimate('domain_a'), estimate('domain_b')]
  const change = difference(design, a, b)
  return {
    estimate_a: a.value,
    estimate_b: b.value,
    se_a: a.standardError,
    se_b: b.standardError,
    cov_ab: change.covariance,
    estimate: change.value,
    se: change.standardError,
    df: change.degreesOfFreedom,
    ci_low: change.low,
    ci_high: change.high,
    t: change.statistic,
    p_value: change.pValue,
  }
}
