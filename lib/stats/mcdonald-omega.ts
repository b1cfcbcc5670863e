// McDonald's omega: reliability of a sum score when items may differ in how strongly they measure the common thing
// (alpha assumes that they do not). The surprise: it is refused, not reported, when the factor model breaks down.
import { itemCovariance, type Scale } from '#lib/stats/item-covariance'
import { StatisticsError } from '#lib/stats/statistics-error'

export interface FactorReliability {
  /** rows with all items answered */
  n: number
  /** number of items */
  items: number
  /** null unless the status is ok */
  omega: number | null
  /** loading of each item on the common factor, in the item's units; signed so that their sum is positive */
  loadings: number[]
  /** variance of each item that the factor does not explain, in squared units */
  uniquenesses: number[]
  /** `zero-uniqueness`: an item would be explained completely (Heywood case); `not-converged`: no stable solution */
  status: 'ok' | 'zero-uniqueness' | 'not-converged'
}

const MAXIMUM_STEPS = 50_000

/**
 * McDonald's omega (total) from a one-factor model fitted by maximum likelihood.
 *
 * Formula: (sum of loadings) squared / ((sum of loadings) squared + sum of uniquenesses). The model is fitted to the
 * covariance matrix (divisor n) by the EM algorithm: regress the factor on the items, then the items on the factor,
 * until nothing moves by more than 1e-13 of an item's variance.
 * Source: McDonald (1999) Test Theory, equation 6.20a; Rubin and Thayer (1982) Psychometrika 47 for the EM steps.
 * @returns omega without unit, 0..1; unweighted
 * @throws StatisticsError value_outside_range (fewer than three items, or an item that does not vary), empty_domain
 * @example
 * mcdonaldOmega({ items: [[1, 2, 3, 4, 5, 2], [2, 1, 4, 3, 5, 1], [2, 2, 4, 3, 4, 3]] }).omega // => 0.9221919016505
 */
export function mcdonaldOmega(scale: Scale): FactorReliability {
  if (scale.items.length < 3) {
    throw new StatisticsError('value_outside_range', 'The one-factor model needs at least three items.')
  }
  const { n, matrix } = itemCovariance({ ...scale, weights: null })
  const covariance = matrix.map((row) => row.map((value) => (value * (n - 1)) / n))
  if (!covariance.every((row, place) => row[place]! > 0)) {
    throw new StatisticsError('value_outside_range', 'An item of the scale has the same answer in every row.')
  }
  const { loadings, uniquenesses, status } = fitOneFactor(covariance)
  const common = loadings.reduce((total, loading) => total + loading, 0)
  const sign = common < 0 ? -1 : 1
  const unique = uniquenesses.reduce((total, value) => total + value, 0)
  return {
    n,
    items: matrix.length,
    omega: status === 'ok' ? common ** 2 / (common ** 2 + unique) : null,
    loadings: loadings.map((loading) => sign * loading),
    uniquenesses,
    status,
  }
}

function fitOneFactor(covariance: number[][]) {
  const variances = covariance.map((row, place) => row[place]!)
  let loadings = startLoadings(covariance)
  let uniquenesses = variances.map((variance) => variance / 2)
  for (let step = 0; step < MAXIMUM_STEPS; step++) {
    const precision = loadings.map((loading, place) => loading / uniquenesses[place]!)
    const explained = 1 + dot(precision, loadings)
    const regression = precision.map((value) => value / explained)
    const withFactor = covariance.map((row) => dot(row, regression))
    const factorVariance = 1 - dot(regression, loadings) + dot(regression, withFactor)
    const nextLoadings = withFactor.map((value) => value / factorVariance)
    const nextUniquenesses = variances.map((variance, place) => {
      return variance - nextLoadings[place]! * withFactor[place]!
    })
    const moved = nextUniquenesses.some((value, place) => {
      const change = Math.abs(value - uniquenesses[place]!)
      return change > 1e-13 * variances[place]!
    })
    loadings = nextLoadings
    uniquenesses = nextUniquenesses
    if (!moved) return { loadings, uniquenesses, status: 'ok' as const }
  }
  const isVanishing = uniquenesses.some((value, place) => value < 1e-3 * variances[place]!)
  return {
    loadings,
    uniquenesses,
    status: isVanishing ? ('zero-uniqueness' as const) : ('not-converged' as const),
  }
}

/** Signs from the item with the largest covariances, so that items worded the other way start negative. */
function startLoadings(covariance: number[][]): number[] {
  const strength = covariance.map((row) => row.reduce((total, value) => total + Math.abs(value), 0))
  const marker = covariance[strength.indexOf(Math.max(...strength))]!
  return covariance.map((row, place) => (marker[place]! < 0 ? -1 : 1) * Math.sqrt(row[place]! / 2))
}

function dot(first: number[], second: number[]): number {
  return first.reduce((total, value, place) => total + value * second[place]!, 0)
}
