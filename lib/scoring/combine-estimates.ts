// A weighted sum of shares, some of them estimates from the same villages and some exact. The error of the sum is that of
// its estimates together, covariance included: the same people answer all questions, and adding standard errors as if
// they did not would halve the error of an index.
import type { Panel } from '#lib/scoring/panel'
import type { Estimate } from '#lib/stats/estimate'
import { linearCombination } from '#lib/stats/smooth-function'

export type Term = {
  coefficient: number
  share: number
  /** Null: an exact figure. */
  estimate: Estimate | null
}

/** The sampled part of the sum, for its error and influence; null when every part is exact. See `linearCombination`. */
export function combineEstimates(panel: Panel | null, terms: readonly Term[]): Estimate | null {
  const sampled = terms.flatMap(({ estimate, coefficient }) => (estimate ? [{ estimate, coefficient }] : []))
  if (!panel || sampled.length === 0) return null
  return linearCombination(
    panel.design,
    sampled.map(({ estimate }) => estimate),
    sampled.map(({ coefficient }) => coefficient),
  )
}
