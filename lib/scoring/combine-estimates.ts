// A weighted sum of estimates from the same villages. Their influence values are added, never their standard errors:
// the same people answer all questions, and leaving the covariance out would halve the error of an index.
import type { Panel } from '#lib/scoring/panel'
import { uniteDomains } from '#lib/stats/domain'
import { completeEstimate, type Estimate } from '#lib/stats/estimate'

export type Term = {
  coefficient: number
  share: number
  /** Null: an exact figure. */
  estimate: Estimate | null
}

/**
 * Sum of coefficient times share, with the full covariance of the parts; null when every part is exact.
 *
 *     z = sum_k c_k z^(k)        V = designCovariance(z)
 *
 * Source: Binder (1983); Lumley (2010) section 3.2 (linear combinations by influence values).
 */
export function combineEstimates(panel: Panel | null, terms: readonly Term[]): Estimate | null {
  const sampled = terms.filter((term) => term.estimate !== null)
  if (!panel || sampled.length === 0) return null
  const influence = new Float64Array(panel.design.size)
  for (const { coefficient, estimate } of sampled) {
    for (let row = 0; row < influence.length; row++)
      influence[row]! += coefficient * estimate!.influence[row]!
  }
  const domain = uniteDomains(
    sampled.map(({ estimate }) => estimate!.domain),
    panel.design.size,
  )
  return completeEstimate(panel.design, {
    value: sumOfTerms(terms),
    influence,
    domain,
    method: 'weighted sum',
  })
}

/** Sum of coefficient times share. */
export function sumOfTerms(terms: readonly Term[]): number {
  return terms.reduce((sum, { coefficient, share }) => sum + coefficient * share, 0)
}
