// The three sums most estimators begin with.

export interface WeightedTotal {
  /** sum of weights in the domain: the estimated number of people in it */
  population: number
  /** sum of weight times value */
  total: number
  /** rows of the domain with a weight above 0 */
  n: number
}

/**
 * Sums of weights and of weight times value over the rows of a domain.
 *
 * @example
 * weightedTotal(Float64Array.of(2, 3, 4), Float64Array.of(1, 1, 5), Uint8Array.of(1, 1, 0)) // => { population: 5, total: 5, n: 2 }
 */
export function weightedTotal(
  weights: Float64Array,
  column: Float64Array,
  domain: Uint8Array,
): WeightedTotal {
  const sums = { population: 0, total: 0, n: 0 }
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row]!
    if (!domain[row] || weight === 0) continue
    sums.n++
    sums.population += weight
    sums.total += weight * column[row]!
  }
  return sums
}
