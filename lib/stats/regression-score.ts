// The equations behind linear and logistic regression, and how much each person moves their solution.

import { inverse, Matrix } from 'ml-matrix'
import { StatisticsError } from '#lib/stats/statistics-error'

export interface Model {
  /** expected outcome for a linear predictor */
  mean(linear: number): number
  /** derivative of the mean by the linear predictor */
  slope(mean: number): number
}

export const LINEAR: Model = { mean: (linear) => linear, slope: () => 1 }
export const LOGISTIC: Model = {
  mean: (linear) => 1 / (1 + Math.exp(-linear)),
  slope: (mean) => mean * (1 - mean),
}

export interface Solution {
  coefficients: number[]
  /** inverse of sum w slope x x' */
  inverseInformation: Matrix
  means: Float64Array
  rounds: number
}

/**
 * Solves sum w x (y - mean(x'b)) = 0 for b by Newton's method, beginning at 0.
 *
 * Source: Binder (1983) Int. Stat. Review 51, section 4. Errors: singular_matrix, not_converged.
 *
 * @example
 * const columns = [Float64Array.of(1, 1), Float64Array.of(0, 2)]
 * solveScore(Float64Array.of(1, 1), Float64Array.of(1, 5), columns, Uint8Array.of(1, 1), LINEAR, 1).coefficients // => [1, 2]
 */
export function solveScore(
  weights: Float64Array,
  outcome: Float64Array,
  columns: Float64Array[],
  domain: Uint8Array,
  model: Model,
  limit: number,
): Solution {
  const coefficients = columns.map(() => 0)
  for (let round = 1; ; round++) {
    const means = predict(coefficients, columns, domain, model)
    const { score, information } = accumulate(weights, outcome, columns, domain, means, model)
    const step = invert(information).mmul(Matrix.columnVector(score)).to1DArray()
    for (let j = 0; j < step.length; j++) coefficients[j]! += step[j]!
    if (limit === 1 || step.every((move, j) => Math.abs(move) <= 1e-10 * (1 + Math.abs(coefficients[j]!)))) {
      const final = predict(coefficients, columns, domain, model)
      const { information: last } = accumulate(weights, outcome, columns, domain, final, model)
      return { coefficients, inverseInformation: invert(last), means: final, rounds: round }
    }
    if (round >= limit || coefficients.some((value) => Math.abs(value) > 1e6 || Number.isNaN(value))) {
      throw new StatisticsError(
        'not_converged',
        'The logistic regression does not settle: a predictor probably tells the answers apart completely.',
      )
    }
  }
}

function predict(
  coefficients: number[],
  columns: Float64Array[],
  domain: Uint8Array,
  model: Model,
): Float64Array {
  const means = new Float64Array(domain.length)
  for (let row = 0; row < means.length; row++) {
    if (!domain[row]) continue
    let linear = 0
    for (let j = 0; j < columns.length; j++) linear += coefficients[j]! * columns[j]![row]!
    means[row] = model.mean(linear)
  }
  return means
}

function accumulate(
  weights: Float64Array,
  outcome: Float64Array,
  columns: Float64Array[],
  domain: Uint8Array,
  means: Float64Array,
  model: Model,
) {
  const score = columns.map(() => 0)
  const information = Matrix.zeros(columns.length, columns.length)
  for (let row = 0; row < domain.length; row++) {
    if (!domain[row] || weights[row] === 0) continue
    const residual = weights[row]! * (outcome[row]! - means[row]!)
    const slope = weights[row]! * model.slope(means[row]!)
    for (let j = 0; j < columns.length; j++) {
      score[j]! += columns[j]![row]! * residual
      for (let k = 0; k <= j; k++) {
        const entry = information.get(j, k) + slope * columns[j]![row]! * columns[k]![row]!
        information.set(j, k, entry)
        information.set(k, j, entry)
      }
    }
  }
  return { score, information }
}

/** Scaled to a unit diagonal first, so that predictors in dong and predictors in years are judged alike. */
function invert(information: Matrix): Matrix {
  const scale = information.diagonal().map((value) => 1 / Math.sqrt(value))
  const scaled = Matrix.zeros(scale.length, scale.length)
  for (let j = 0; j < scale.length; j++) {
    for (let k = 0; k < scale.length; k++) scaled.set(j, k, information.get(j, k) * scale[j]! * scale[k]!)
  }
  if (scale.some((value) => !Number.isFinite(value)) || isSingular(scaled)) {
    throw new StatisticsError(
      'singular_matrix',
      'Two predictors say the same, or one never varies: leave one of them out.',
    )
  }
  const solved = inverse(scaled)
  for (let j = 0; j < scale.length; j++) {
    for (let k = 0; k < scale.length; k++) solved.set(j, k, solved.get(j, k) * scale[j]! * scale[k]!)
  }
  return solved
}

/** Cholesky's pivots: what is left of a predictor once those before it are taken out, as a share of it. */
function isSingular(scaled: Matrix): boolean {
  const rest = scaled.clone()
  for (let j = 0; j < rest.rows; j++) {
    const pivot = rest.get(j, j)
    if (!(pivot > 1e-11)) return true
    for (let k = j + 1; k < rest.rows; k++) {
      const factor = rest.get(k, j) / pivot
      for (let column = j; column < rest.rows; column++)
        rest.set(k, column, rest.get(k, column) - factor * rest.get(j, column))
    }
  }
  return false
}

/**
 * Influence of each row on each coefficient: inverse information times x times weight times residual.
 *
 * Source: Binder (1983) Int. Stat. Review 51, equation 2.6.
 *
 * @example
 * const columns = [Float64Array.of(1, 1)]
 * const [weights, outcome, domain] = [Float64Array.of(1, 1), Float64Array.of(1, 3), Uint8Array.of(1, 1)]
 * const solution = solveScore(weights, outcome, columns, domain, LINEAR, 1)
 * influences(weights, outcome, columns, domain, solution) // => [[-0.5, 0.5]]
 */
export function influences(
  weights: Float64Array,
  outcome: Float64Array,
  columns: Float64Array[],
  domain: Uint8Array,
  { inverseInformation, means }: Solution,
): Float64Array[] {
  const influence = columns.map(() => new Float64Array(domain.length))
  for (let row = 0; row < domain.length; row++) {
    if (!domain[row]) continue
    const residual = weights[row]! * (outcome[row]! - means[row]!)
    for (let j = 0; j < columns.length; j++) {
      let direction = 0
      for (let k = 0; k < columns.length; k++) direction += inverseInformation.get(j, k) * columns[k]![row]!
      influence[j]![row] = direction * residual
    }
  }
  return influence
}
