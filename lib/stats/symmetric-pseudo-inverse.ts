// Solving normal equations whose columns may repeat each other, as the dummies of several margins always do. The diagonal
// is brought to one first, so that a count of six thousand beside a score of six hundred does no harm.

import { EigenvalueDecomposition, Matrix } from 'ml-matrix'

/** Directions with a smaller share of the largest eigenvalue are taken as repetitions of other columns. */
const RANK_TOLERANCE = 1e-11

/**
 * Pseudo-inverse of a symmetric positive semi-definite matrix, scaled to unit diagonal before its rank is judged.
 *
 * In words: S = D R D with R of unit diagonal; R = Q L Q'; the result is D^-1 Q L^+ Q' D^-1, a generalised inverse of S:
 * fitted values and consistent solutions do not depend on which one is taken.
 *
 * Source: Golub and Van Loan (2013), Matrix Computations, chapter 5.
 *
 * @param matrix square, symmetric, row by row
 * @returns the generalised inverse, row by row
 * @example
 * symmetricPseudoInverse([[2, 0], [0, 4]]) // => [[0.5, 0], [0, 0.25]]
 */
export function symmetricPseudoInverse(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length
  const scale = matrix.map((row, index) => (row[index]! > 0 ? 1 / Math.sqrt(row[index]!) : 0))
  const scaled = new Matrix(matrix.map((row, i) => row.map((value, j) => value * scale[i]! * scale[j]!)))
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(scaled, {
    assumeSymmetric: true,
  })
  const limit = RANK_TOLERANCE * Math.max(...realEigenvalues)
  const inverse = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  for (const [k, eigenvalue] of realEigenvalues.entries()) {
    if (!(eigenvalue > limit)) continue
    for (let i = 0; i < size; i++) {
      const left = (eigenvectorMatrix.get(i, k) * scale[i]!) / eigenvalue
      for (let j = 0; j < size; j++) inverse[i]![j]! += left * eigenvectorMatrix.get(j, k) * scale[j]!
    }
  }
  return inverse
}
