// An interval for the mean, total or ratio of something that cannot be negative and has a long upper tail: days waited,
// money paid. The surprise: the usual interval misses such means from below, because the largest values are rarely drawn.

import { checkLevel } from '#lib/stats/column'
import { studentTQuantile } from '#lib/stats/distributions'
import type { EstimateSummary } from '#lib/stats/estimate'
import { StatisticsError } from '#lib/stats/statistics-error'

/**
 * t interval on the logarithmic scale for a positive estimate.
 *
 * Formula: value times or divided by exp(t * standard error / value); the standard error of the logarithm is the
 * relative standard error (delta method).
 * Source: Särndal, Swensson, Wretman (1992) section 5.5 (linearisation of log); Burnham et al. (1987) Am. Fish. Soc.
 * Monograph 5, section 4.1 (log-based intervals).
 * @param estimate a mean, total or ratio greater than 0, in its own units
 * @returns the ends of the interval, both greater than 0; null when there are no degrees of freedom or no standard error
 * @throws StatisticsError value_outside_range when the estimate is not greater than 0
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 1] })
 * const interval = positiveInterval(weightedMean(design, [2, 4, 4, 30]))
 * interval.low.toFixed(3) // => '1.192'
 * interval.high.toFixed(2) // => '83.89'
 */
export function positiveInterval(
  estimate: EstimateSummary,
  level = estimate.level,
): { low: number | null; high: number | null } {
  checkLevel(level)
  const { value, standardError, degreesOfFreedom } = estimate
  if (!(value > 0)) {
    throw new StatisticsError(
      'value_outside_range',
      `A positive interval needs a value above 0, not ${value}.`,
    )
  }
  if (standardError === null || degreesOfFreedom <= 0) return { low: null, high: null }
  const t = studentTQuantile((1 + level) / 2, degreesOfFreedom)
  const factor = Math.exp((t * standardError) / value)
  return { low: value / factor, high: value * factor }
}
