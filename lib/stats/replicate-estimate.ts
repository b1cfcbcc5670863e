// Standard error of anything that can be computed from weights, by computing it again with each set of replicate
// weights. Refit what depends on the weights (raking, a regression) inside the function, not before it.

import { type DomainInput, describeDomain } from '#lib/stats/domain'
import type { EstimateSummary } from '#lib/stats/estimate'
import { studentInterval } from '#lib/stats/estimate'
import type { Replicates } from '#lib/stats/replicates'

export type ReplicateEstimate = Pick<
  EstimateSummary,
  | 'value'
  | 'standardError'
  | 'low'
  | 'high'
  | 'level'
  | 'degreesOfFreedom'
  | 'n'
  | 'clusters'
  | 'strata'
  | 'method'
> & {
  /** the statistic in each replicate; NaN where it does not exist */
  replicates: Float64Array
}

export interface ReplicateOptions {
  level?: number
  /** true (default): deviations from the full sample; false: from the mean of the replicates, as R does unless mse = TRUE */
  mse?: boolean
  /** changes weights before each use, for example rakes them again */
  reweight?: (weights: Float64Array) => Float64Array
  /** rows the statistic is about, for the degrees of freedom; left out: all */
  domain?: DomainInput
}

/**
 * Estimate with replicate-based errors, for any statistic of the weights.
 *
 *     V = sum_r scale_r (theta_r - centre)^2,   interval: value -/+ t with clusters - strata degrees of freedom
 *
 * Source: Wolter (2007) chapter 4 (jackknife); Rao and Wu (1988) JASA 83 (bootstrap).
 * `statistic`: a number from one weight per row of the design; a domain is a weight of 0 inside it.
 * standardError is null when the statistic does not exist in some replicate.
 *
 * @example
 * const design = makeDesign({ weights: [1, 1, 2] })
 * const answers = [3, 5, 4]
 * const mean = (weights) => {
 *   const [sum, size] = answers.reduce(([a, b], answer, row) => [a + weights[row] * answer, b + weights[row]], [0, 0])
 *   return sum / size
 * }
 * replicateEstimate(jackknife(design), mean).value // => 4
 */
export function replicateEstimate(
  replicates: Replicates,
  statistic: (weights: Float64Array) => number,
  options: ReplicateOptions = {},
): ReplicateEstimate {
  const { values, covariance, replicateValues } = replicateCovariance(
    replicates,
    (weights) => [statistic(weights)],
    options,
  )
  const { design, method } = replicates
  const domain = options.domain ? Uint8Array.from(options.domain, Number) : null
  const { n, clusters, strata, degreesOfFreedom } = describeDomain(design, domain)
  const value = values[0]!
  const standardError = Number.isNaN(covariance[0]) ? null : Math.sqrt(covariance[0]!)
  const level = options.level ?? 0.95
  const [low, high] = studentInterval(value, standardError, degreesOfFreedom, level)
  return {
    value,
    standardError,
    low,
    high,
    level,
    degreesOfFreedom,
    n,
    clusters,
    strata,
    method,
    replicates: replicateValues[0]!,
  }
}

/**
 * Several statistics of the same replicates and their covariance matrix, for combinations and ranks.
 *
 * @example
 * const statistics = (weights) => [weights[0], weights[0] + weights[1]]
 * const { values, covariance } = replicateCovariance(jackknife(makeDesign({ weights: [1, 1] })), statistics)
 * values // => [1, 2]
 * // leaving one of two out leaves the total as it is
 * covariance // => [1, 0, 0, 0]
 */
export function replicateCovariance(
  { design, factors, scales }: Replicates,
  statistics: (weights: Float64Array) => number[],
  { mse = true, reweight = (weights) => weights }: ReplicateOptions = {},
) {
  const { unitOfRow } = design.stages[0]!
  const values = statistics(reweight(design.weights))
  const replicateValues = values.map(() => new Float64Array(factors.length))
  for (const [replicate, factor] of factors.entries()) {
    const weights = design.weights.map((weight, row) => weight * factor[unitOfRow[row]!]!)
    const thetas = statistics(reweight(weights))
    for (const [place, theta] of thetas.entries()) replicateValues[place]![replicate] = theta
  }
  const centres = mse ? values : replicateValues.map((thetas) => meanWhere(thetas, scales))
  const covariance = new Float64Array(values.length ** 2)
  for (let j = 0; j < values.length; j++) {
    for (let k = 0; k < values.length; k++) {
      let sum = 0
      for (let r = 0; r < scales.length; r++) {
        sum += scales[r]! * (replicateValues[j]![r]! - centres[j]!) * (replicateValues[k]![r]! - centres[k]!)
      }
      covariance[j * values.length + k] = sum
    }
  }
  return { values, covariance, replicateValues }
}

/** Mean of the replicates that count. */
function meanWhere(thetas: Float64Array, scales: Float64Array): number {
  let [sum, count] = [0, 0]
  for (let r = 0; r < thetas.length; r++) {
    if (scales[r]! <= 0) continue
    sum += thetas[r]!
    count++
  }
  return sum / count
}
