// Reference cases of kind `p_adjust`: a family of p-values, R's method name in `method`.
import { adjustPValues, type PValueAdjustment } from '#lib/stats/adjust-p-values'
import type { GoldenCase } from '../golden-case'

const adjustments: Record<string, PValueAdjustment> = {
  holm: 'holm',
  hochberg: 'hochberg',
  bonferroni: 'bonferroni',
  BH: 'benjamini-hochberg',
  fdr: 'benjamini-hochberg',
  BY: 'benjamini-yekutieli',
}

export function run(testCase: GoldenCase) {
  const adjustment = adjustments[testCase.method!]
  if (!adjustment) throw new Error(`unknown adjustment ${testCase.method}`)
  return { adjusted: adjustPValues([testCase.p_values as (number | null)[]].flat(), adjustment) }
}
