// Calibration: the weights nearest to the base weights that reproduce known population totals, of counts, categories or
// amounts. Post-stratification and raking are special cases; a linear calibration without bounds can give negative
// weights, and says so in `warnings`.

import {
  type CalibrationDistance,
  type CalibrationDistanceName,
  makeCalibrationDistance,
  type RatioBounds,
} from '#lib/stats/calibration-distance'
import { StatisticsError } from '#lib/stats/statistics-error'
import { symmetricPseudoInverse } from '#lib/stats/symmetric-pseudo-inverse'

/** A known population total: the variable in the sample (a column of ones for the count) and its sum in the population. */
export type CalibrationTerm = { name: string; values: ArrayLike<number>; total: number }

export type CalibratedWeights = {
  weights: Float64Array
  /** Newton steps that were needed. */
  steps: number
  /** Largest distance between a total and its estimate, relative to 1 + |total|. */
  largestMisfit: number
  warnings: 'negative_weights'[]
}

const TOLERANCE = 1e-11
const STEP_LIMIT = 500

/**
 * Calibrated weights.
 *
 * In words: final weight = base weight times F(x'lambda), where lambda is found by Newton's method so that the weighted sum
 * of every variable equals its population total; steps that make the misfit larger are halved.
 *
 * Source: Deville and Sarndal (1992), J. Amer. Statist. Assoc. 87, 376-382, section 2.
 *
 * @param weights base weights, zero or more; zero means "not in the sample"
 * @param terms the variables and their population totals
 * @param distance linear, raking or logit
 * @param bounds smallest and largest ratio final / base weight, or null
 * @throws StatisticsError not_converged when no weights within the bounds reach the totals, margin_category_not_in_sample,
 * missing_value; RangeError if a term does not fit the rows or the bounds do not lie around one
 * @example
 * const terms = [{ name: 'persons', values: [1, 1, 1], total: 30 }, { name: 'women', values: [1, 0, 0], total: 12 }]
 * [...calibrate([10, 10, 10], terms, 'linear', null).weights] // => [12, 9, 9]
 */
export function calibrate(
  weights: ArrayLike<number>,
  terms: readonly CalibrationTerm[],
  distance: CalibrationDistanceName,
  bounds: RatioBounds | null,
): CalibratedWeights {
  checkTerms(weights, terms)
  const solved = solve(weights, terms, makeCalibrationDistance(distance, bounds))
  if (solved.misfit.largest > 100 * TOLERANCE) {
    const term = terms[solved.misfit.term]!
    throw new StatisticsError(
      'not_converged',
      `No weights within the bounds reach all totals; "${term.name}" is met worst.`,
      {
        term: term.name,
        misfit: solved.misfit.largest,
      },
    )
  }
  return {
    weights: solved.weights,
    steps: solved.steps,
    largestMisfit: solved.misfit.largest,
    warnings: solved.weights.some((weight) => weight < 0) ? ['negative_weights'] : [],
  }
}

function checkTerms(weights: ArrayLike<number>, terms: readonly CalibrationTerm[]): void {
  if (terms.length === 0) throw new RangeError('calibration needs at least one total')
  for (const { name, values, total } of terms) {
    if (values.length !== weights.length) throw new RangeError(`term ${name} must hold one value per row`)
    const sampled = Array.from(values).filter((_, row) => weights[row]! > 0)
    if (sampled.some((value) => !Number.isFinite(value)) || !Number.isFinite(total)) {
      throw new StatisticsError(
        'missing_value',
        `"${name}" is missing for some respondents or has no total.`,
        { term: name },
      )
    }
    if (total !== 0 && sampled.every((value) => value === 0)) {
      throw new StatisticsError(
        'margin_category_not_in_sample',
        `Nobody in the sample counts towards "${name}".`,
        { margin: name, category: name },
      )
    }
  }
}

type Misfit = { gap: number[]; largest: number; term: number; size: number }

function solve(weights: ArrayLike<number>, terms: readonly CalibrationTerm[], distance: CalibrationDistance) {
  let lambda = terms.map(() => 0)
  let predictor = predict(terms, lambda, weights.length)
  let current = apply(weights, predictor, distance)
  let misfit = measureMisfit(current, terms)
  let steps = 0
  while (misfit.largest > TOLERANCE && steps < STEP_LIMIT) {
    steps++
    const direction = newtonDirection(weights, predictor, terms, distance, misfit.gap)
    let isBetter = false
    for (let share = 1; share > 1e-10 && !isBetter; share /= 2) {
      const candidate = lambda.map((value, term) => value + share * direction[term]!)
      const tried = predict(terms, candidate, weights.length)
      const triedWeights = apply(weights, tried, distance)
      const triedMisfit = measureMisfit(triedWeights, terms)
      if (triedMisfit.size < misfit.size) {
        isBetter = true
        lambda = candidate
        predictor = tried
        current = triedWeights
        misfit = triedMisfit
      }
    }
    if (!isBetter) break
  }
  return { weights: current, misfit, steps }
}

function predict(terms: readonly CalibrationTerm[], lambda: readonly number[], rows: number): Float64Array {
  const predictor = new Float64Array(rows)
  for (const [index, { values }] of terms.entries()) {
    for (let row = 0; row < rows; row++) predictor[row]! += values[row]! * lambda[index]!
  }
  return predictor
}

function apply(
  weights: ArrayLike<number>,
  predictor: Float64Array,
  distance: CalibrationDistance,
): Float64Array {
  return predictor.map((u, row) => (weights[row]! > 0 ? weights[row]! * distance.ratio(u) : 0))
}

function measureMisfit(weights: Float64Array, terms: readonly CalibrationTerm[]): Misfit {
  const gap = terms.map(({ values, total }) => {
    let reached = 0
    for (let row = 0; row < weights.length; row++)
      if (weights[row] !== 0) reached += weights[row]! * values[row]!
    return total - reached
  })
  const relative = gap.map((value, term) => Math.abs(value) / (1 + Math.abs(terms[term]!.total)))
  const largest = Math.max(...relative)
  const size = Math.hypot(...relative)
  return {
    gap,
    largest,
    term: relative.indexOf(largest),
    size: Number.isNaN(size) ? Number.POSITIVE_INFINITY : size,
  }
}

function newtonDirection(
  weights: ArrayLike<number>,
  predictor: Float64Array,
  terms: readonly CalibrationTerm[],
  distance: CalibrationDistance,
  gap: readonly number[],
): number[] {
  const slopes = predictor.map((u, row) => (weights[row]! > 0 ? weights[row]! * distance.slope(u) : 0))
  const inverse = symmetricPseudoInverse(
    weightedCrossProducts(
      terms.map(({ values }) => values),
      slopes,
    ),
  )
  return inverse.map((row) => row.reduce((sum, value, term) => sum + value * gap[term]!, 0))
}

/**
 * Weighted cross products X'WX of a set of columns.
 *
 * @param columns the columns of X
 * @param weights the diagonal of W
 * @returns a symmetric matrix, row by row
 * @example
 * weightedCrossProducts([[1, 1], [0, 2]], [1, 3]) // => [[4, 6], [6, 12]]
 */
export function weightedCrossProducts(
  columns: readonly ArrayLike<number>[],
  weights: ArrayLike<number>,
): number[][] {
  const products = columns.map(() => new Array<number>(columns.length).fill(0))
  for (let i = 0; i < columns.length; i++) {
    const weighted = Float64Array.from(weights, (weight, row) =>
      weight === 0 ? 0 : weight * columns[i]![row]!,
    )
    for (let j = i; j < columns.length; j++) {
      let sum = 0
      for (let row = 0; row < weighted.length; row++)
        if (weighted[row] !== 0) sum += weighted[row]! * columns[j]![row]!
      products[i]![j] = sum
      products[j]![i] = sum
    }
  }
  return products
}
