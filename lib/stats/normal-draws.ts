// Random numbers for simulations: always from a seed that is stored with the result, so that anybody can repeat it.

import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/**
 * Draws from a normal distribution with mean zero and a given covariance.
 *
 * In words: standard normal numbers (Box and Muller's pairs), multiplied by the symmetric square root of the covariance;
 * a singular covariance is allowed.
 *
 * Source: Box and Muller (1958), Ann. Math. Statist. 29, 610-611.
 *
 * @param covariance symmetric matrix, row by row
 * @param count how many draws
 * @param seed any integer; the same seed gives the same draws
 * @returns count x size numbers, draw by draw
 * @example
 * drawNormals([[1, 0], [0, 4]], 3, 7).length // => 6
 */
export function drawNormals(
  covariance: readonly (readonly number[])[],
  count: number,
  seed: number,
): Float64Array {
  const size = covariance.length
  const root = squareRoot(covariance)
  const standard = drawStandardNormals(size * count, seed)
  const draws = new Float64Array(size * count)
  for (let draw = 0; draw < count; draw++) {
    for (let i = 0; i < size; i++) {
      let sum = 0
      for (let j = 0; j < size; j++) sum += root[i * size + j]! * standard[draw * size + j]!
      draws[draw * size + i] = sum
    }
  }
  return draws
}

/**
 * Standard normal numbers from a seed.
 *
 * @param count how many
 * @param seed any integer
 * @example
 * drawStandardNormals(5, 1).length // => 5
 */
export function drawStandardNormals(count: number, seed: number): Float64Array {
  const generator = xoroshiro128plus(seed)
  const numbers = new Float64Array(count)
  for (let index = 0; index < count; index += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - uniformFloat64(generator)))
    const angle = 2 * Math.PI * uniformFloat64(generator)
    numbers[index] = radius * Math.cos(angle)
    if (index + 1 < count) numbers[index + 1] = radius * Math.sin(angle)
  }
  return numbers
}

function squareRoot(covariance: readonly (readonly number[])[]): Float64Array {
  const size = covariance.length
  const matrix = new Matrix(covariance.map((row) => [...row]))
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, {
    assumeSymmetric: true,
  })
  const root = new Float64Array(size * size)
  for (const [k, eigenvalue] of realEigenvalues.entries()) {
    const scale = Math.sqrt(Math.max(0, eigenvalue))
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        root[i * size + j]! += scale * eigenvectorMatrix.get(i, k) * eigenvectorMatrix.get(j, k)
      }
    }
  }
  return root
}
