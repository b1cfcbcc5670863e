import { describe, expect, it } from 'vitest'
import { makeDesign } from '#lib/stats/design'
import { independenceTest } from '#lib/stats/independence-test'
import { codeOf } from '../support/throws-code'

const rows = ['m', 'm', 'f', 'f', 'm', 'f', 'f', 'm', 'm', 'f', 'f', 'm']
const columns = [1, 2, 2, 10, 1, 10, 2, 1, 2, 10, 1, 10]
const design = makeDesign({
  weights: [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2],
  clusters: [[1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]],
})

describe('the test of independence', () => {
  it('is the same whichever answer comes first', () => {
    const [one, other] = [independenceTest(design, rows, columns), independenceTest(design, columns, rows)]
    expect(one.statistic).toBeCloseTo(other.statistic, 10)
    expect(one.pValue).toBeCloseTo(other.pValue!, 10)
  })

  it('does not depend on the scale of the weights', () => {
    const heavy = { ...design, weights: design.weights.map((weight) => weight * 1000) }
    expect(independenceTest(heavy, rows, columns).statistic).toBeCloseTo(
      independenceTest(design, rows, columns).statistic,
      10,
    )
  })

  it('sorts numeric categories by size', () => {
    expect(independenceTest(design, rows, columns).columns).toEqual(['1', '2', '10'])
  })

  it('leaves out people without one of the answers, and people outside the domain', () => {
    const gaps = columns.map((answer, row) => (row === 0 ? null : answer))
    expect(independenceTest(design, rows, gaps).n).toBe(11)
    const domain = columns.map((_, row) => row !== 0)
    expect(independenceTest(design, rows, gaps)).toEqual(independenceTest(design, rows, columns, { domain }))
  })

  it('is Pearson’s test in a simple random sample, up to n/(n - 1)', () => {
    const plain = makeDesign({ weights: Array(12).fill(1) })
    const yes = columns.map((answer) => answer === 1)
    const test = independenceTest(plain, rows, yes)
    // 2 x 2: F = X2 / mean design effect; here V is n/(n - 1) times that of independent people with their own rows
    expect(test.numeratorDf).toBeCloseTo(1, 10)
    expect(test.statistic / test.pearson).toBeGreaterThan(0.85)
    expect(test.statistic / test.pearson).toBeLessThan(1.15)
  })

  it('refuses tables without two categories each', () => {
    expect(
      codeOf(() =>
        independenceTest(
          design,
          rows,
          rows.map(() => 'same'),
        ),
      ),
    ).toBe('singular_matrix')
  })
})
