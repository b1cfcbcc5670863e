// Units to be ranked, and how clearly one differs from another. Rank 1 is the largest estimate. A bare rank is never
// published: see rank-confidence-sets and rank-bootstrap-sets.

/** Estimates of the units, their covariance and (if they come from a sample) degrees of freedom. */
export type RankedEstimates = {
  estimates: readonly number[]
  covariance: readonly (readonly number[])[]
  /** One per unit; null takes the normal distribution. */
  degreesOfFreedom?: readonly number[] | null
}

/** Rank of a unit and the ranks that the data do not rule out. */
export type RankSet = { rank: number; lower: number; upper: number }

export type RankSetOptions = {
  /** Confidence level, 0..1; 0.95 if left out. */
  level?: number
  /** true: all sets hold together (a league table); false: each set on its own ("where is my commune?"). */
  isSimultaneous: boolean
}

/**
 * Ranks, 1 = largest; equal estimates share the better rank.
 *
 * @param estimates one per unit
 * @example
 * rankEstimates([0.5, 0.9, 0.5]) // => [2, 1, 2]
 */
export function rankEstimates(estimates: readonly number[]): number[] {
  const placeOf = new Map<number, number>()
  for (const [at, estimate] of [...estimates].sort((a, b) => b - a).entries())
    if (!placeOf.has(estimate)) placeOf.set(estimate, at + 1)
  return estimates.map((estimate) => placeOf.get(estimate)!)
}

/**
 * Standard error of the difference between two units: root of S_ii + S_jj - 2 S_ij. Unit: that of the estimates.
 *
 * @example
 * differenceStandardError({ estimates: [3, 1], covariance: [[2, 0.5], [0.5, 3]] }, 0, 1) // => 2
 */
export function differenceStandardError({ covariance }: RankedEstimates, i: number, j: number): number {
  const variance = covariance[i]![i]! + covariance[j]![j]! - 2 * covariance[i]![j]!
  return Math.sqrt(Math.max(0, variance))
}

/**
 * Distance of two units in standard errors; 0 for equal estimates, infinite when they differ without any error.
 *
 * @example
 * pairStatistic({ estimates: [3, 1], covariance: [[2, 0.5], [0.5, 3]] }, 1, 0) // => -1
 */
export function pairStatistic(input: RankedEstimates, i: number, j: number): number {
  const difference = input.estimates[i]! - input.estimates[j]!
  return difference === 0 ? 0 : difference / differenceStandardError(input, i, j)
}

/**
 * Checks that the matrix and the degrees of freedom fit the estimates.
 *
 * @throws RangeError when they do not
 * @example
 * checkRankedEstimates({ estimates: [1, 2], covariance: [[1]] }) // => throws RangeError
 */
export function checkRankedEstimates({ estimates, covariance, degreesOfFreedom }: RankedEstimates): void {
  const size = estimates.length
  if (covariance.length !== size || covariance.some((row) => row.length !== size)) {
    throw new RangeError(`${size} units need a covariance matrix of ${size} x ${size}`)
  }
  if (degreesOfFreedom && degreesOfFreedom.length !== size)
    throw new RangeError('degrees of freedom: one per unit')
}
