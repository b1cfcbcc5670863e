// Differences, indices, ratios of ratios: any smooth function of estimates of one design. The surprise: standard errors
// are not combined at all. The influence values are, row by row, and the design does the rest, covariances included.

import type { Design } from '#lib/stats/design'
import { uniteDomains } from '#lib/stats/domain'
import { completeEstimate, type Estimate } from '#lib/stats/estimate'

export interface FunctionOptions {
  /** confidence level; left out: that of the first estimate */
  level?: number
  method?: string
}

/**
 * Smooth function of estimates, given its value and its derivatives (delta method).
 *
 * In words: z_i = sum over the estimates of derivative times influence of row i.
 *
 * Source: Binder (1983) Int. Stat. Review 51; Särndal, Swensson, Wretman (1992) section 5.5.
 * Degrees of freedom: clusters - strata of the union of the domains. Units: those of the function.
 * Errors: lonely_psu, length_mismatch.
 *
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 1] })
 * const [a, b] = [weightedMean(design, [1, 2, 3, 4]), weightedMean(design, [2, 2, 4, 4])]
 * const quotient = smoothFunction(design, [a, b], a.value / b.value, [1 / b.value, -a.value / b.value ** 2])
 * quotient.value.toFixed(4) // => '0.8333'
 * // the same as the ratio estimator, which knows its own derivatives
 * quotient.standardError.toFixed(10) === ratio(design, [1, 2, 3, 4], [2, 2, 4, 4]).standardError.toFixed(10) // => true
 */
export function smoothFunction(
  design: Design,
  estimates: readonly Estimate[],
  value: number,
  derivatives: readonly number[],
  options: FunctionOptions = {},
): Estimate {
  if (derivatives.length !== estimates.length || estimates.length === 0) {
    throw new RangeError(`${estimates.length} estimates need as many derivatives, not ${derivatives.length}`)
  }
  const influence = new Float64Array(design.size)
  for (const [place, estimate] of estimates.entries()) {
    const factor = derivatives[place]!
    for (let row = 0; row < design.size; row++) influence[row]! += factor * estimate.influence[row]!
  }
  const domain = uniteDomains(
    estimates.map((estimate) => estimate.domain),
    design.size,
  )
  const level = options.level ?? estimates[0]!.level
  return completeEstimate(design, {
    value,
    influence,
    domain,
    level,
    method: options.method ?? 'smooth function',
  })
}

/**
 * Linear combination of estimates: an index (weights as coefficients), a change (-1, 1), a difference in differences.
 *
 * In words: the sum of coefficient times estimate; its error knows that the same people answered all items.
 *
 * Source: Särndal, Swensson, Wretman (1992) section 5.9. Units: those of the estimates. Errors: lonely_psu.
 *
 * @example
 * const design = makeDesign({ weights: [1, 1, 1] })
 * const [staff, speed] = [weightedMean(design, [1, 2, 3]), weightedMean(design, [3, 2, 1])]
 * const index = linearCombination(design, [staff, speed], [0.5, 0.5])
 * index.value // => 2
 * // who likes the staff dislikes the speed: the index does not vary at all
 * index.standardError // => 0
 */
export function linearCombination(
  design: Design,
  estimates: readonly Estimate[],
  coefficients: readonly number[],
  options: FunctionOptions = {},
): Estimate {
  const value = estimates.reduce((sum, estimate, place) => sum + coefficients[place]! * estimate.value, 0)
  return smoothFunction(design, estimates, value, coefficients, { method: 'linear combination', ...options })
}
