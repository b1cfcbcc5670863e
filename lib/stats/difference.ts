// Is commune B better than commune A, is this wave better than the last? Two domains of one design may share villages
// or even people; the covariance counts. Overlapping confidence intervals are no test.

import type { Design } from '#lib/stats/design'
import { designCovariance } from '#lib/stats/design-covariance'
import { uniteDomains } from '#lib/stats/domain'
import { type Estimate, type EstimateSummary, studentInterval } from '#lib/stats/estimate'
import { type FunctionOptions, linearCombination } from '#lib/stats/smooth-function'
import { type StudentTest, studentTest } from '#lib/stats/student-test'

export interface DifferenceEstimate extends Estimate, StudentTest {
  /** covariance of the two estimates */
  covariance: number
}

/**
 * Difference b - a of two estimates of one design, with a t test of "no difference".
 *
 * In words: influence of b minus influence of a, row by row; degrees of freedom of both domains together.
 *
 *     V(b - a) = V(a) + V(b) - 2 Cov(a, b)
 *
 * Panel waves (same villages in both) share their cluster labels in the design; waves drawn afresh have their own.
 * Source: Särndal, Swensson, Wretman (1992) section 5.9; Lumley (2010) section 2.3. Errors: lonely_psu.
 *
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 1, 1, 1], clusters: [['v1', 'v1', 'v2', 'v2', 'v3', 'v3']] })
 * const answers = [3, 4, 2, 4, 5, 5]
 * const before = weightedMean(design, answers, { domain: [1, 0, 1, 0, 1, 0] })
 * const after = weightedMean(design, answers, { domain: [0, 1, 0, 1, 0, 1] })
 * const change = difference(design, before, after)
 * change.value.toFixed(3) // => '1.000'
 * change.pValue.toFixed(3) // => '0.225'
 */
export function difference(
  design: Design,
  a: Estimate,
  b: Estimate,
  options: FunctionOptions = {},
): DifferenceEstimate {
  const change = linearCombination(design, [a, b], [-1, 1], { method: 'difference', ...options })
  const domain = uniteDomains([a.domain, b.domain], design.size)
  const covariance = designCovariance(design, [a.influence, b.influence], domain)[1]!
  return {
    ...change,
    ...studentTest(change.value, change.standardError, change.degreesOfFreedom),
    covariance,
  }
}

/**
 * Difference b - a of two surveys that have nothing in common: no village, no respondent.
 *
 * In words: the variances add up, and so do the degrees of freedom (as if both were strata of one design).
 *
 * Source: Lumley (2010) section 2.3. Do not use it for waves in the same villages: use `difference` on both waves together.
 *
 * @example
 * const [first, second] = [makeDesign({ weights: [1, 1, 1] }), makeDesign({ weights: [2, 2, 2] })]
 * const change = independentDifference(weightedMean(first, [1, 2, 3]), weightedMean(second, [2, 3, 4]))
 * change.value // => 1
 * change.degreesOfFreedom // => 4
 * change.standardError.toFixed(4) // => '0.8165'
 */
export function independentDifference(a: EstimateSummary, b: EstimateSummary, level = a.level) {
  const value = b.value - a.value
  const isKnown = a.standardError !== null && b.standardError !== null
  const standardError = isKnown ? Math.hypot(a.standardError!, b.standardError!) : null
  const degreesOfFreedom =
    a.degreesOfFreedom > 0 && b.degreesOfFreedom > 0 ? a.degreesOfFreedom + b.degreesOfFreedom : 0
  const [low, high] = studentInterval(value, standardError, degreesOfFreedom, level)
  const change = { value, standardError, degreesOfFreedom, low, high, level, n: a.n + b.n }
  return { ...change, ...studentTest(change.value, change.standardError, change.degreesOfFreedom) }
}
