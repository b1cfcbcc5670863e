// Cronbach's alpha: do the items of a block hang together well enough to be read as one score? The surprise: values above
// 0.9 with few similar items are no praise, they mean redundant wording or respondents who tick straight down.
import { fQuantile } from '#lib/stats/distributions'
import { itemCovariance, type Scale } from '#lib/stats/item-covariance'
import { requireWithin } from '#lib/stats/require-within'
import { StatisticsError } from '#lib/stats/statistics-error'

export interface Reliability {
  /** rows with all items answered */
  n: number
  /** number of items */
  items: number
  /** null when the sum of the items does not vary or only one row is complete */
  alpha: number | null
  /** alpha of the items brought to equal variance */
  standardisedAlpha: number | null
  meanInterItemCorrelation: number | null
  /** correlation of each item with the sum of the others */
  itemRestCorrelations: (number | null)[]
  /** alpha of the scale without this item; null with two items */
  alphaIfDeleted: (number | null)[]
  /** Feldt interval; null when weighted, for which it is not known */
  low: number | null
  high: number | null
}

/**
 * Cronbach's alpha, the internal consistency of a scale, with Feldt's interval and the item report.
 *
 * Formula: k/(k-1) * (1 - sum of the item variances / variance of the sum), on rows with all items answered.
 * Interval: 1 - (1 - alpha) F, with F quantiles of n - 1 and (n - 1)(k - 1) degrees of freedom.
 * Source: Cronbach (1951) Psychometrika 16, equation 2; Feldt (1965) Psychometrika 30, equation 14.
 * @param scale the items; codes in their own units
 * @param level confidence level, 0..1
 * @returns numbers without unit; at most 1, below 0 when items contradict each other
 * @throws StatisticsError value_outside_range (fewer than two items), empty_domain (no complete row), length_mismatch
 * @example
 * cronbachAlpha({ items: [[1, 2, 3, 4], [2, 1, 4, 5]] }).alpha // => 0.888888888888889
 */
export function cronbachAlpha(scale: Scale, level = 0.95): Reliability {
  requireWithin('level', level, 0, 1)
  if (scale.items.length < 2) {
    throw new StatisticsError('value_outside_range', 'Reliability needs at least two items.')
  }
  const { n, matrix } = itemCovariance(scale)
  const items = matrix.length
  const places = matrix.map((_row, place) => place)
  const alpha = n > 1 ? alphaOf(matrix, places) : null
  const correlation = meanCorrelation(matrix)
  const interval = scale.weights || alpha === null ? null : feldtInterval(alpha, n, items, level)
  return {
    n,
    items,
    alpha,
    standardisedAlpha: correlation === null ? null : (items * correlation) / (1 + (items - 1) * correlation),
    meanInterItemCorrelation: correlation,
    itemRestCorrelations: places.map((place) => itemRestCorrelation(matrix, place)),
    alphaIfDeleted: places.map((place) => alphaOf(matrix, places.toSpliced(place, 1))),
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  }
}

/** Alpha of the items at some places, null when it is not defined. */
function alphaOf(matrix: number[][], places: number[]): number | null {
  let total = 0
  let diagonal = 0
  for (const row of places) {
    diagonal += matrix[row]![row]!
    for (const column of places) total += matrix[row]![column]!
  }
  const count = places.length
  return count > 1 && total > 0 ? (count / (count - 1)) * (1 - diagonal / total) : null
}

function meanCorrelation(matrix: number[][]): number | null {
  const deviations = matrix.map((row, place) => Math.sqrt(row[place]!))
  if (!deviations.every((deviation) => deviation > 0)) return null
  let total = 0
  let pairs = 0
  for (let first = 1; first < matrix.length; first++) {
    for (let second = 0; second < first; second++) {
      total += matrix[first]![second]! / deviations[first]! / deviations[second]!
      pairs++
    }
  }
  return total / pairs
}

function itemRestCorrelation(matrix: number[][], item: number): number | null {
  let covariance = 0
  let restVariance = 0
  matrix.forEach((row, first) => {
    if (first === item) return
    covariance += row[item]!
    row.forEach((value, second) => {
      if (second !== item) restVariance += value
    })
  })
  const scale = matrix[item]![item]! * restVariance
  return scale > 0 ? covariance / Math.sqrt(scale) : null
}

function feldtInterval(alpha: number, n: number, items: number, level: number) {
  const tail = (1 - level) / 2
  const [numeratorDf, denominatorDf] = [n - 1, (n - 1) * (items - 1)]
  return {
    low: 1 - (1 - alpha) * fQuantile(1 - tail, numeratorDf, denominatorDf),
    high: 1 - (1 - alpha) * fQuantile(tail, numeratorDf, denominatorDf),
  }
}
