// The 95 % interval of a share of full marks, or none. The surprise: "no interval" is an answer. Where the villages cannot
// show how much people differ, a number without interval is honest and a width of zero is not.
import type { Score } from '#lib/scoring/score'
import { type EstimateSummary, studentInterval } from '#lib/stats/estimate'
import { proportionInterval } from '#lib/stats/proportion-interval'

export const confidenceLevel = 0.95

/**
 * Design effect assumed where all answers agree and none can be estimated: about 30 people a village, correlation 0.03; none
 * where people themselves were drawn.
 */
const assumedDesignEffect = { villages: 2, people: 1 }

export type Interval = { low: number; high: number; method: 'Korn-Graubard' | 't' }

/**
 * Interval of a score's share, within 0..1; null where there is none.
 * One question with points 0 and 1, or everybody agreeing: Korn-Graubard cut at n. Everything else: t on the share
 * itself, clipped to the scale (method of the SIPAS intervals; Korn, Graubard 1998).
 */
export function shareInterval(
  score: Pick<Score, 'share' | 'n' | 'estimate' | 'isProportion' | 'isShareOfAnswers'>,
): Interval | null {
  const { share, n, estimate } = score
  if (share === null || !estimate || !hasError(estimate)) return null
  const isExtreme = estimate.standardError === 0
  if (isExtreme && !(score.isShareOfAnswers && (share === 0 || share === 1))) return null
  if (score.isProportion || isExtreme) return proportionOf(share, n, estimate)
  const [low, high] = studentInterval(
    share,
    estimate.standardError,
    estimate.degreesOfFreedom,
    confidenceLevel,
  )
  return low === null
    ? null
    : { low: Math.max(0, low), high: Math.min(Math.max(1, share), high!), method: 't' }
}

/** True when the sample can show how much the figure may be off. */
export function hasError(estimate: EstimateSummary): boolean {
  return estimate.standardError !== null && estimate.degreesOfFreedom > 0
}

function proportionOf(share: number, n: number, estimate: EstimateSummary): Interval | null {
  const { low, high } = proportionInterval('kg_truncated', {
    proportion: Math.min(1, Math.max(0, share)),
    variance: (estimate.standardError ?? Number.NaN) ** 2,
    n,
    degreesOfFreedom: estimate.degreesOfFreedom,
    level: confidenceLevel,
    assumedDesignEffect: estimate.clusters < n ? assumedDesignEffect.villages : assumedDesignEffect.people,
  })
  return low === null || high === null ? null : { low, high, method: 'Korn-Graubard' }
}
