// Medians and other quantiles. The surprise: the interval is found on the other axis. Not "how far may the median be off"
// but "between which shares may the share below it lie", and then which values have these shares below them.

import { type Column, checkLevel, toColumn } from '#lib/stats/column'
import type { Design } from '#lib/stats/design'
import { designCovariance } from '#lib/stats/design-covariance'
import { studentTQuantile } from '#lib/stats/distributions'
import { activeRows, describeDomain } from '#lib/stats/domain'
import { completeEstimate, type Estimate, type EstimateOptions } from '#lib/stats/estimate'
import { linearisedRatio } from '#lib/stats/linearised-ratio'
import { StatisticsError } from '#lib/stats/statistics-error'

/**
 * Weighted quantile of a variable: the smallest value whose cumulative share of weight is at least p.
 *
 * Interval (Woodruff 1952, J. Amer. Statist. Assoc. 47): F -/+ t se(F) for the share F at or below the quantile, mapped
 * back through the distribution; standard error = width of the interval / (2 t). R: svyquantile(qrule = "math",
 * interval.type = "mean"). An end beyond the data is null, and so is the standard error then.
 * Source: Särndal, Swensson, Wretman (1992) section 5.11. Units: those of the values; `share` 0..1.
 * Errors: value_outside_range, empty_domain, length_mismatch, lonely_psu.
 *
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 3] })
 * const waiting = weightedQuantile(design, [10, 20, 30, 40], 0.5)
 * waiting.value // => 30
 */
export function weightedQuantile(
  design: Design,
  values: Column,
  share: number,
  options: EstimateOptions = {},
): Estimate {
  if (!(share > 0 && share <= 1)) {
    throw new StatisticsError(
      'value_outside_range',
      `A quantile needs a share above 0 and at most 1, not ${share}.`,
    )
  }
  const level = options.level ?? 0.95
  checkLevel(level)
  const column = toColumn(values)
  const domain = activeRows(design, options.domain, [column])
  const distribution = sortByValue(design.weights, column, domain)
  const value = valueAtShare(distribution, share)
  const below = Float64Array.from(column, (one) => (one <= value ? 1 : 0))
  const { value: shareBelow, influence } = linearisedRatio(design.weights, below, null, domain)
  const error = Math.sqrt(designCovariance(design, [influence], domain)[0]!)
  const { degreesOfFreedom } = describeDomain(design, domain)
  const t = degreesOfFreedom > 0 ? studentTQuantile((1 + level) / 2, degreesOfFreedom) : Number.NaN
  const reach = error > 0 ? t * error : Number.NaN
  const low = valueAtShare(distribution, shareBelow - reach)
  const high = valueAtShare(distribution, shareBelow + reach)
  const slope = (high - low) / (2 * reach)
  const scaled = influence.map((one) => (Number.isNaN(slope) ? 0 : -one * slope))
  const estimate = completeEstimate(design, { value, influence: scaled, domain, level, method: 'quantile' })
  const standardError = Number.isNaN(slope) ? null : (high - low) / (2 * t)
  const warnings = estimate.warnings.filter((warning) => warning !== 'no_variation')
  if (standardError === null) warnings.push('interval_undefined')
  return { ...estimate, standardError, low: numberOrNull(low), high: numberOrNull(high), warnings }
}

interface Distribution {
  values: Float64Array
  /** share of weight at or below each value */
  shares: Float64Array
}

function sortByValue(weights: Float64Array, column: Float64Array, domain: Uint8Array): Distribution {
  const rows = [...domain.keys()].filter((row) => domain[row] && weights[row]! > 0)
  rows.sort((a, b) => column[a]! - column[b]!)
  const values = Float64Array.from(rows, (row) => column[row]!)
  const shares = Float64Array.from(rows, (row) => weights[row]!)
  for (let place = 1; place < shares.length; place++) shares[place]! += shares[place - 1]!
  const total = shares[shares.length - 1]!
  return { values, shares: shares.map((sum) => sum / total) }
}

/** Sums of weights are rounded: a share counts as reached when it misses by no more than that. */
const ROUNDING = 1e-12

/** NaN when the share lies beyond the data. */
function valueAtShare({ values, shares }: Distribution, share: number): number {
  if (!(share >= 0 && share <= 1)) return Number.NaN
  const place = shares.findIndex((sum) => sum >= share - ROUNDING)
  return values[place] ?? Number.NaN
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
