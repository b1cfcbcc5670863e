import fc from 'fast-check'
import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import { biasReducedError } from '#lib/stats/bias-reduced-error'

/** The textbook way: full hat matrix, one inverse square root per commune. */
function byMatrices(rows: { values: number[]; weights: number[]; cells: number[]; communes: string[] }) {
  const n = rows.values.length
  const x = new Matrix(rows.cells.map((cell) => [0, 1, 2, 3].map((other) => Number(other === cell))))
  const w = Matrix.diag(rows.weights)
  const bread = Matrix.zeros(4, 4)
  for (let cell = 0; cell < 4; cell++) {
    const sum = rows.weights.reduce(
      (total, weight, row) => total + (rows.cells[row] === cell ? weight : 0),
      0,
    )
    bread.set(cell, cell, 1 / sum)
  }
  const left = Matrix.sub(Matrix.eye(n), x.mmul(bread).mmul(x.transpose()).mmul(w))
  const residuals = left.mmul(Matrix.columnVector(rows.values))
  const contrast = Matrix.columnVector([1, -1, -1, 1])
  let variance = 0
  const p: Matrix[] = []
  for (const commune of new Set(rows.communes)) {
    const own = rows.communes.flatMap((name, row) => (name === commune ? [row] : []))
    const part = left.subMatrixRow(own)
    const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(part.mmul(part.transpose()), {
      assumeSymmetric: true,
    })
    const root = Matrix.diag(realEigenvalues.map((value) => (value > 1e-10 ? 1 / Math.sqrt(value) : 0)))
    const adjust = eigenvectorMatrix.mmul(root).mmul(eigenvectorMatrix.transpose())
    const v = adjust
      .mmul(w.subMatrixRow(own).subMatrixColumn(own))
      .mmul(x.subMatrixRow(own))
      .mmul(bread)
      .mmul(contrast)
    variance += v.transpose().mmul(residuals.subMatrixRow(own)).get(0, 0) ** 2
    p.push(part.transpose().mmul(v))
  }
  let [trace, squares] = [0, 0]
  for (const [g, one] of p.entries()) {
    for (const [h, other] of p.entries()) {
      const product = one.transpose().mmul(other).get(0, 0)
      if (g === h) trace += product
      squares += product ** 2
    }
  }
  return { standardError: Math.sqrt(variance), degreesOfFreedom: trace ** 2 / squares }
}

const study = fc.record({
  values: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 36, maxLength: 36 }),
  weights: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 36, maxLength: 36 }),
})

describe('biasReducedError', () => {
  it('agrees with the definition by full matrices', () => {
    fc.assert(
      fc.property(study, ({ values, weights }) => {
        const communes = values.map((_, row) => 'abcdef'[Math.floor(row / 6)]!)
        const cells = values.map((_, row) => 2 * (Math.floor(row / 6) % 2) + (row % 2))
        const found = biasReducedError({ values, weights, cells, communes })
        const expected = byMatrices({ values, weights, cells, communes })
        expect(found.standardError).toBeCloseTo(expected.standardError, 8)
        expect(found.degreesOfFreedom).toBeCloseTo(expected.degreesOfFreedom, 6)
      }),
      { numRuns: 25 },
    )
  })
})
