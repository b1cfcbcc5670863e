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

export type Interval = {
  low: number
  high: number
  method: 'Korn-Graubard' | 'Korn-Graubard, finite population' | 't'
}

/**
 * Interval of a score's share, within 0..1; null where there is none.
 * One question with points 0 and 1, or everybody agreeing: Korn-Graubard cut at n. Everything else: t on the share
 * itself, clipped to the scale (method of the SIPAS intervals; Korn, Graubard 1998).
 */
export function shareInterval(
  score: Pick<Score, 'share' | 'n' | 'estimate' | 'fraction' | 'isProportion' | 'isShareOfAnswers'>,
): Interval | null {
  const { share, n, estimate } = score
  if (share === null || !estimate || !hasError(estimate)) return null
  const isExtreme = estimate.standardError === 0
  if (isExtreme && !(score.isShareOfAnswers && (share === 0 || share === 1))) return null
  if (score.isProportion || isExtreme) return proportionOf(share, n, estimate, score.fraction)
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

/**
 * `fraction` of all people answered: then n* may be as large as n / (1 - fraction), the sample of an endless population that
 * tells as much, and the interval is half a person wider at both ends, because few people make few possible shares. Chosen by
 * simulated coverage, see tests/scoring/interval.test.ts. Where everybody agrees nothing is gained from the fraction.
 */
function proportionOf(
  share: number,
  n: number,
  estimate: EstimateSummary,
  fraction: number,
): Interval | null {
  const knowsPeople = fraction > 0 && share > 0 && share < 1
  const { low, high } = proportionInterval('kg_truncated', {
    proportion: Math.min(1, Math.max(0, share)),
    variance: (estimate.standardError ?? Number.NaN) ** 2,
    n: knowsPeople ? n / (1 - fraction) : n,
    degreesOfFreedom: estimate.degreesOfFreedom,
    level: confidenceLevel,
    assumedDesignEffect: estimate.clusters < n ? assumedDesignEffect.villages : assumedDesignEffect.people,
  })
  if (low === null || high === null) return null
  if (!knowsPeople) return { low, high, method: 'Korn-Graubard' }
  const half = fraction / n / 2
  return {
    low: Math.max(0, low - half),
    high: Math.min(1, high + half),
    method: 'Korn-Graubard, finite population',
  }
}
