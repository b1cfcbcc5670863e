// A design whose weights were calibrated knows more than its sample: what follows the known totals does not vary any more.
// The design carries a projection, and the one variance kernel applies it to every influence vector; a margin that was
// calibrated therefore has standard error zero.

import { type CalibrationTerm, weightedCrossProducts } from '#lib/stats/calibrate'
import { type Calibration, checkLength, type Design } from '#lib/stats/design'
import type { CodedMargin } from '#lib/stats/population-margin'
import { symmetricPseudoInverse } from '#lib/stats/symmetric-pseudo-inverse'

/**
 * Design with calibrated weights (post-stratified, raked or calibrated).
 *
 * In words: the influence z of every estimate is replaced by w (u - x'B) with u = z / w for the final weights w, x the
 * calibration variables and B the regression of u on x with the weights before calibration, over all rows.
 *
 * Linear calibration may give negative weights; they are allowed here, as they are in R.
 *
 * Source: Deville and Sarndal (1992), J. Amer. Statist. Assoc. 87, 376-382, section 3; Deville, Sarndal and Sautory
 * (1993), J. Amer. Statist. Assoc. 88, 1013-1020.
 *
 * @param design the design with the weights before calibration
 * @param weights the calibrated weights
 * @param variables the coded margins or the calibration terms that were used
 * @returns the design with the new weights and the projection
 * @throws StatisticsError length_mismatch; RangeError if the design is calibrated already
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 1] })
 * const margin = { name: 'sex', cell: Int32Array.of(0, 0, 1, 1), totals: Float64Array.of(6, 4) }
 * const raked = makeCalibratedDesign(design, Float64Array.of(3, 3, 2, 2), { margins: [margin] })
 * // the number of women is known now: influence 3 for each woman has no variance left
 * [...designCovariance(raked, [Float64Array.of(3, 3, 0, 0)])] // => [0]
 */
export function makeCalibratedDesign(
  design: Design,
  weights: Float64Array,
  variables: { margins: readonly CodedMargin[] } | { terms: readonly CalibrationTerm[] },
): Design {
  checkLength(weights.length, design.size, 'weights')
  if (design.calibration) throw new RangeError('the design is calibrated already: start from the one before')
  const projection =
    'margins' in variables
      ? projectOnMargins(design.weights, variables.margins)
      : projectOnTerms(design.weights, variables.terms)
  return { ...design, weights, calibration: makeCalibration(weights, projection) }
}

/** Fitted values of a variable on the calibration variables, with the weights before calibration. */
type Projection = (values: Float64Array) => Float64Array

function makeCalibration(weights: Float64Array, project: Projection): Calibration {
  return {
    residuals(influence) {
      const perWeight = influence.map((value, row) => (weights[row] === 0 ? 0 : value / weights[row]!))
      const fitted = project(perWeight)
      return perWeight.map((value, row) => weights[row]! * (value - fitted[row]!))
    },
  }
}

function projectOnTerms(baseWeights: Float64Array, terms: readonly CalibrationTerm[]): Projection {
  const columns = terms.map(({ values }) => values)
  const inverse = symmetricPseudoInverse(weightedCrossProducts(columns, baseWeights))
  return (values) => {
    const products = columns.map((column) => {
      let sum = 0
      for (let row = 0; row < values.length; row++) {
        if (baseWeights[row] !== 0) sum += baseWeights[row]! * column[row]! * values[row]!
      }
      return sum
    })
    const slopes = multiply(inverse, products)
    return values.map((_, row) =>
      columns.reduce((sum, column, term) => sum + column[row]! * slopes[term]!, 0),
    )
  }
}

/** The same for dummy variables, of which each row has one per margin: no need to write out the zeros. */
function projectOnMargins(baseWeights: Float64Array, margins: readonly CodedMargin[]): Projection {
  let size = 0
  const dummies: Int32Array[] = []
  for (const { cell, totals } of margins) {
    const offset = size
    dummies.push(cell.map((index) => (index < 0 ? -1 : index + offset)))
    size += totals.length
  }
  const products = crossProductsOfDummies(baseWeights, dummies, size)
  const inverse = margins.length === 1 ? null : symmetricPseudoInverse(products)
  return (values) => {
    const sums = new Array<number>(size).fill(0)
    for (const column of dummies) {
      for (let row = 0; row < values.length; row++) {
        if (baseWeights[row] !== 0) sums[column[row]!]! += baseWeights[row]! * values[row]!
      }
    }
    const slopes = inverse ? multiply(inverse, sums) : sums.map((sum, cell) => sum / products[cell]![cell]!)
    return values.map((_, row) => dummies.reduce((sum, column) => sum + (slopes[column[row]!] ?? 0), 0))
  }
}

function crossProductsOfDummies(
  weights: Float64Array,
  dummies: readonly Int32Array[],
  size: number,
): number[][] {
  const products = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  for (const left of dummies) {
    for (const right of dummies) {
      for (let row = 0; row < weights.length; row++) {
        if (weights[row] !== 0) products[left[row]!]![right[row]!]! += weights[row]!
      }
    }
  }
  return products
}

function multiply(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, value, index) => sum + value * vector[index]!, 0))
}
