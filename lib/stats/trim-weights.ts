// Trimming: a few huge weights make every figure nervous. Weights outside the bounds go to the bound and what they lost is
// shared by those who were never outside, so that the total stays. A trimmed weight never moves again.

import { StatisticsError } from '#lib/stats/statistics-error'

export type TrimmedWeights = {
  weights: Float64Array
  /** Share of the respondents that were moved to a bound, 0..1. */
  trimmedShare: number
  /** Share of the total weight that was taken from the heavy ones, 0..1. */
  movedShare: number
  passes: number
}

export type TrimmingBounds = { lower: number; upper: number }

/**
 * Trimmed weights.
 *
 * In words: weights above `upper` or below `lower` go to the bound; what was taken minus what was given is shared in equal
 * amounts by the respondents that were never outside. With `isStrict` this is repeated until nobody is outside; without it
 * one pass is made, and a weight may end slightly outside. Rows of zero weight are not in the sample and stay zero.
 *
 * Source: Potter (1990), Proc. Survey Research Methods Section ASA, 225-230; rule of sharing as in R survey since 4.2.
 *
 * @param weights weights, zero or more
 * @param bounds smallest and largest weight allowed, same unit as the weights
 * @param isStrict repeat until no weight is outside
 * @throws StatisticsError trimming_impossible when the bounds cannot hold the total weight; RangeError if lower is above upper
 * @example
 * [...trimWeights([1, 1, 1, 5], { lower: 0, upper: 3.5 }, true).weights] // => [1.5, 1.5, 1.5, 3.5]
 */
export function trimWeights(
  weights: ArrayLike<number>,
  bounds: TrimmingBounds,
  isStrict: boolean,
): TrimmedWeights {
  const { lower, upper } = bounds
  if (!(lower <= upper)) throw new RangeError('the lower bound must not exceed the upper bound')
  const trimmed = Float64Array.from(weights)
  const sampled = trimmed.map((weight) => (weight === 0 ? 0 : 1))
  const n = sum(sampled)
  const total = sum(trimmed)
  if (upper * n < total) throw impossible(bounds, n, total)
  const wasOutside = new Uint8Array(trimmed.length)
  let moved = 0
  let passes = 0
  while (true) {
    const outside = trimmed.map((weight, row) => (sampled[row] && (weight > upper || weight < lower) ? 1 : 0))
    if (sum(outside) === 0) break
    passes++
    const isReceiver = trimmed.map((_, row) => (sampled[row] && !outside[row] && !wasOutside[row] ? 1 : 0))
    const receivers = sum(isReceiver)
    if (receivers === 0) throw impossible(bounds, n, total)
    let excess = 0
    for (let row = 0; row < trimmed.length; row++) {
      if (!outside[row]) continue
      const bound = Math.min(upper, Math.max(lower, trimmed[row]!))
      excess += trimmed[row]! - bound
      moved += Math.max(0, trimmed[row]! - bound)
      trimmed[row] = bound
      wasOutside[row] = 1
    }
    for (let row = 0; row < trimmed.length; row++) if (isReceiver[row]) trimmed[row]! += excess / receivers
    if (trimmed.some((weight, row) => sampled[row] === 1 && weight <= 0)) throw impossible(bounds, n, total)
    if (!isStrict) break
  }
  return { weights: trimmed, trimmedShare: sum(wasOutside) / n, movedShare: moved / total, passes }
}

function impossible({ lower, upper }: TrimmingBounds, n: number, total: number) {
  return new StatisticsError(
    'trimming_impossible',
    `${n} weights between ${lower} and ${upper} cannot add to ${total}; choose wider bounds.`,
    { lower, upper, n, total },
  )
}

function sum(values: ArrayLike<number>): number {
  let total = 0
  for (let row = 0; row < values.length; row++) total += values[row]!
  return total
}

/**
 * Suggested trimming bound: the median weight plus six times the interquartile range.
 *
 * Source: DeBell and Krosnick (2009), ANES technical report nes012427; Valliant, Dever and Kreuter
 * (2018), Practical Tools for Designing and Weighting Survey Samples, chapter 14.
 *
 * @param weights weights of the respondents; zeros are left out
 * @returns an upper bound in the unit of the weights
 * @throws RangeError if no weight is above zero
 * @example
 * suggestTrimmingBound([1, 2, 3, 4, 5]) // => 15
 */
export function suggestTrimmingBound(weights: ArrayLike<number>): number {
  const sorted = Array.from(weights)
    .filter((weight) => weight > 0)
    .sort((a, b) => a - b)
  if (sorted.length === 0) throw new RangeError('a trimming bound needs at least one weight above zero')
  const quantile = (share: number) => {
    const position = share * (sorted.length - 1)
    const below = Math.floor(position)
    const above = Math.min(below + 1, sorted.length - 1)
    return sorted[below]! + (position - below) * (sorted[above]! - sorted[below]!)
  }
  return quantile(0.5) + 6 * (quantile(0.75) - quantile(0.25))
}
