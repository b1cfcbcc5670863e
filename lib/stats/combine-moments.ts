// Indices, differences between units or waves, and any smooth function of estimates from moments. The surprise: never
// add standard errors. Estimates of the same people, or of the same villages in two waves, move together, and the
// gradients know it.

import { joinTerms } from '#lib/stats/column-terms'
import type { MomentInfluence } from '#lib/stats/moment-covariance'
import { completeMoments, type MomentEstimate } from '#lib/stats/moment-estimate'
import type { MomentSample } from '#lib/stats/moment-sample'

/**
 * Smooth function of estimates from moments, for example a ratio of two indices (delta method).
 *
 * In words: the influence of the result is the sum of derivative times influence of each estimate.
 *
 * Source: Binder (1983); Särndal, Swensson, Wretman (1992) section 5.5. `derivatives`: those of the function at the
 * estimates. Degrees of freedom: clusters - strata of all domains together. Errors: lonely_psu.
 *
 * @example
 * const cell = (domain, cluster, yes) => ({ domain, stratum: 's', cluster, moments: [4, 4, 4, 4, yes, 4, yes, 4, yes, 4] })
 * const cells = [cell('wave 1', 'v1', 1), cell('wave 1', 'v2', 2), cell('wave 2', 'v1', 2), cell('wave 2', 'v2', 3)]
 * const sample = readMoments({ columns: ['yes', 'all'], cells })
 * const share = (domain) => momentRatio(sample, { domain, numerator: 'yes', denominator: 'all' })
 * const relative = { value: share('wave 2').value / share('wave 1').value, derivatives: [-0.625 / 0.375 ** 2, 1 / 0.375] }
 * functionOfMoments(sample, [share('wave 1'), share('wave 2')], relative).value.toFixed(3) // => '1.667'
 */
export function functionOfMoments(
  sample: MomentSample,
  estimates: MomentEstimate[],
  result: { value: number; derivatives: readonly number[] },
  options: { level?: number; method?: string } = {},
): MomentEstimate {
  const influence = combineInfluence(estimates, result.derivatives)
  const parts = { level: options.level, method: options.method ?? 'smooth function' }
  return completeMoments(sample, result.value, influence, parts)
}

/**
 * Linear combination of estimates from moments: an index (weights as coefficients), a difference (-1 and 1), a
 * difference in differences (1, -1, -1, 1), all covariances included.
 *
 * Source: Särndal, Swensson, Wretman (1992) section 5.9.
 *
 * @example
 * const cell = (domain, cluster, yes) => ({ domain, stratum: 's', cluster, moments: [4, 4, 4, 4, yes, 4, yes, 4, yes, 4] })
 * const cells = [cell('wave 1', 'v1', 1), cell('wave 1', 'v2', 2), cell('wave 2', 'v1', 2), cell('wave 2', 'v2', 3)]
 * const sample = readMoments({ columns: ['yes', 'all'], cells })
 * const share = (domain) => momentRatio(sample, { domain, numerator: 'yes', denominator: 'all' })
 * const change = combineMoments(sample, [share('wave 1'), share('wave 2')], [-1, 1])
 * change.value // => 0.25
 * // both villages rose by one answer: the panel shows no variation
 * change.standardError // => 0
 */
export function combineMoments(
  sample: MomentSample,
  estimates: MomentEstimate[],
  coefficients: readonly number[],
  options: { level?: number; method?: string } = {},
): MomentEstimate {
  const value = estimates.reduce((sum, estimate, place) => sum + coefficients[place]! * estimate.value, 0)
  const method = options.method ?? 'linear combination'
  return functionOfMoments(sample, estimates, { value, derivatives: coefficients }, { ...options, method })
}

function combineInfluence(estimates: MomentEstimate[], coefficients: readonly number[]): MomentInfluence {
  if (coefficients.length !== estimates.length) {
    throw new RangeError(
      `${estimates.length} estimates need as many coefficients, not ${coefficients.length}`,
    )
  }
  const combined: MomentInfluence = { gradient: new Map(), respondents: new Map() }
  for (const [place, { gradient, respondents }] of estimates.entries()) {
    for (const [domain, values] of gradient) {
      const known = combined.gradient.get(domain) ?? []
      combined.gradient.set(domain, joinTerms(known, 1, values, coefficients[place]!))
    }
    for (const [domain, lists] of respondents) {
      combined.respondents.set(domain, [...(combined.respondents.get(domain) ?? []), ...lists])
    }
  }
  return combined
}
