// How far the conclusion about a campaign can be trusted if the groups of communes would not have changed alike. Nobody can test
// that for the time after the start; what can be said is how much worse the trends must part than they ever did before it.
import { studentTQuantile } from '#lib/stats/distributions'
import {
  applyContrast,
  type CommunePanel,
  type StaggeredContrast,
  staggeredContrast,
} from '#lib/stats/staggered-contrast'
import { contrastCovariance, type StaggeredEffect } from '#lib/stats/staggered-effect'

export type TrendSensitivity = {
  /** Difference of the groups' changes between each two waves before the start, the last pair first: nothing had happened yet. */
  earlier: { value: number; standardError: number }[]
  /** The effect, if trends part afterwards by up to so many times the largest difference before (from wave to wave). */
  robust: { times: number; low: number; high: number }[]
  /** Up to this multiple the interval holds no 0; 0: it always does, Infinity: it never does. */
  breakdown: number
}

type Coefficients = Pick<StaggeredContrast, 'groups' | 'coefficients'>
/** A difference before the start, as far as the interval needs it. */
type Earlier = { value: number; variance: number; covariance: number }

/**
 * Robust intervals for violations of parallel trends, bounded by relative magnitudes.
 *
 * In words: let d be the largest difference of trends between two successive waves before the start. Afterwards trends may part
 * by M times d from each wave to the next, so that communes seen in the e-th wave since the start (e = 0, 1, ...) are off by up
 * to (e + 1) M d, and the average effect by M K d with K = sum of weight times (e + 1). For each difference d_s before the
 * start, and either sign of it, the ends theta -/+ M K d_s are plain contrasts with a t interval of their own; the robust
 * interval is the hull of these intervals. Since one of the d_s is the largest, it covers with at least the level; it is
 * wider than the hybrid tests of the source, which need many communes. With M = 0 it is the ordinary interval.
 *
 * Source: Rambachan and Roth (2023), Review of Economic Studies 90, 2555-2591: the restriction to bounded relative magnitudes,
 * taken apart by which difference is the largest and by its sign, and the breakdown value; t with communes - groups degrees of
 * freedom as in `staggeredEffect`.
 *
 * @param panel means of communes by wave, complete
 * @param effect its average effect, see `staggeredEffect`
 * @param options level (0.95); multiples M of which the interval is wanted
 * @returns null without a standard error, or without two waves before the start of some group
 * @example
 * const means = [[0, 0.1, 3.1], [0, -0.1, 4.9], [0, 0.1, 1.1], [0, -0.3, 0.9], [0, 0.2, 1]]
 * const panel = { communes: [], means, starts: [2, 2, null, null, null] }
 * const { earlier, robust, breakdown } = trendSensitivity(panel, staggeredEffect(panel), { multiples: [0, 1] })
 * earlier.length // => 1
 * robust[1].low < robust[0].low // => true
 * breakdown.toFixed(2) // => '1.37'
 */
export function trendSensitivity(
  panel: CommunePanel,
  effect: StaggeredEffect,
  options: { level?: number; multiples?: readonly number[] } = {},
): TrendSensitivity | null {
  const { level = 0.95, multiples = [0.5, 1, 1.5, 2] } = options
  const { starts, means } = panel
  const { contrast, value, degreesOfFreedom } = effect
  if (effect.standardError === null) return null
  const differences = earlierDifferences(panel)
  if (differences.length === 0) return null
  const earlier = differences.map((one) => ({
    value: applyContrast(one, starts, means),
    variance: contrastCovariance(one, one, panel),
    covariance: contrastCovariance(contrast, one, panel),
  }))
  const spread = averageReach(effect)
  const quantile = studentTQuantile((1 + level) / 2, degreesOfFreedom)
  const own = { value, variance: effect.standardError ** 2, quantile }
  return {
    earlier: earlier.map((one) => ({ value: one.value, standardError: Math.sqrt(one.variance) })),
    robust: multiples.map((times) => ({ times, ...robustInterval(own, earlier, times * spread) })),
    breakdown: breakdownOf(own, earlier) / spread,
  }
}

/** Trend from wave to wave before the start: e = -2 to -1, -3 to -2, ... as contrasts; the last pair first. */
function earlierDifferences({ starts, means }: CommunePanel): Coefficients[] {
  const waves = means[0]?.length ?? 0
  const found: Coefficients[] = []
  let later: Coefficients | null = null
  for (let event = -2; event >= -waves; event--) {
    const contrast = staggeredContrast(starts, means, waves, (one) => one === event)
    if (!contrast) break
    const { groups, coefficients } = contrast
    const next = later
    found.push({
      groups,
      coefficients: coefficients.map((row, group) =>
        row.map((one, wave) => (next?.coefficients[group]?.[wave] ?? 0) - one),
      ),
    })
    later = contrast
  }
  return found
}

/** K: waves since the last one before the start, averaged as the effect is. */
function averageReach({ cells }: StaggeredEffect): number {
  const treated = cells.reduce((sum, cell) => sum + cell.treated, 0)
  return cells.reduce((sum, cell) => sum + (cell.treated * (cell.wave - cell.start + 1)) / treated, 0)
}

type Own = { value: number; variance: number; quantile: number }

/** `factor` is M K. */
function robustInterval({ value, variance, quantile }: Own, earlier: readonly Earlier[], factor: number) {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const one of earlier) {
    for (const move of [factor, -factor]) {
      const moved = variance + 2 * move * one.covariance + move ** 2 * one.variance
      const half = quantile * Math.sqrt(Math.max(0, moved))
      low = Math.min(low, value + move * one.value - half)
      high = Math.max(high, value + move * one.value + half)
    }
  }
  return { low, high }
}

/**
 * Smallest factor M K at which an end of the interval reaches 0: for each difference and sign the smaller positive root of
 * (theta + f d)^2 = t^2 (V + 2 f C + f^2 V_d).
 */
function breakdownOf({ value, variance, quantile }: Own, earlier: readonly Earlier[]): number {
  const square = quantile ** 2
  if (value ** 2 <= square * variance) return 0
  const roots = earlier.flatMap((one) => {
    const a = one.value ** 2 - square * one.variance
    const b = value * one.value - square * one.covariance
    const c = value ** 2 - square * variance
    // a turned sign of the difference is a turned sign of the factor
    return quadraticRoots(a, b, c).map(Math.abs)
  })
  return Math.min(Number.POSITIVE_INFINITY, ...roots)
}

/** Real roots of a x^2 + 2 b x + c. */
function quadraticRoots(a: number, b: number, c: number): number[] {
  if (a === 0) return b === 0 ? [] : [-c / (2 * b)]
  const inside = b ** 2 - a * c
  if (inside < 0) return []
  const far = -(b + Math.sign(b || 1) * Math.sqrt(inside))
  return far === 0 ? [] : [far / a, c / far]
}
