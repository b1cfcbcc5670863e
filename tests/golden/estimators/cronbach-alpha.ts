// Reference cases of kind `cronbach_alpha`.
import { cronbachAlpha } from '#lib/stats/cronbach-alpha'
import { caseScale } from '../case-scale'
import type { GoldenCase } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  const result = cronbachAlpha(caseScale(testCase, folder), testCase.level)
  return {
    n: result.n,
    k: result.items,
    alpha: result.alpha,
    alpha_standardised: result.standardisedAlpha,
    mean_interitem_r: result.meanInterItemCorrelation,
    item_rest_r: result.itemRestCorrelations,
    alpha_if_deleted: result.alphaIfDeleted,
    feldt_ci_low: result.low,
    feldt_ci_high: result.high,
  }
}
