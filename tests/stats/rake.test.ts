import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeMargins, weightedCounts } from '#lib/stats/population-margin'
import { rake } from '#lib/stats/rake'
import { StatisticsError } from '#lib/stats/statistics-error'

/** A sample in which every pair of categories occurs, so that a solution always exists. */
const sampleWithMargins = fc
  .record({
    rows: fc.integer({ min: 2, max: 4 }),
    columns: fc.integer({ min: 2, max: 4 }),
    weights: fc.array(fc.double({ min: 0.1, max: 50, noNaN: true }), { minLength: 48, maxLength: 48 }),
    truth: fc.array(fc.integer({ min: 5, max: 90 }), { minLength: 16, maxLength: 16 }),
  })
  .map(({ rows, columns, weights, truth }) => {
    const row = weights.map((_, index) => index % rows)
    const column = weights.map((_, index) => Math.floor(index / rows) % columns)
    const total = (keep: (r: number, c: number) => boolean) => {
      let sum = 0
      for (let r = 0; r < rows; r++)
        for (let c = 0; c < columns; c++) if (keep(r, c)) sum += truth[r * columns + c]!
      return sum
    }
    const margins = [
      {
        name: 'row',
        categories: row.map(String),
        totals: Array.from({ length: rows }, (_, r) => ({
          category: String(r),
          total: total((x) => x === r),
        })),
      },
      {
        name: 'column',
        categories: column.map(String),
        totals: Array.from({ length: columns }, (_, c) => ({
          category: String(c),
          total: total((_r, x) => x === c),
        })),
      },
    ]
    return { weights, margins }
  })

describe('rake', () => {
  it('meets every margin', () => {
    fc.assert(
      fc.property(sampleWithMargins, ({ weights, margins }) => {
        const raked = rake(weights, margins).weights
        for (const margin of codeMargins(weights, margins)) {
          weightedCounts(raked, margin).forEach((count, cell) => {
            expect(count / margin.totals[cell]!).toBeCloseTo(1, 9)
          })
        }
      }),
    )
  })

  it('does not depend on the scale of the weights before', () => {
    fc.assert(
      fc.property(
        sampleWithMargins,
        fc.double({ min: 0.01, max: 1000, noNaN: true }),
        ({ weights, margins }, scale) => {
          const plain = rake(weights, margins).weights
          const scaled = rake(
            weights.map((weight) => weight * scale),
            margins,
          ).weights
          for (const [row, weight] of scaled.entries()) expect(weight / plain[row]!).toBeCloseTo(1, 8)
        },
      ),
    )
  })

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(sampleWithMargins, ({ weights, margins }) => {
        const plain = rake(weights, margins).weights
        const reversed = rake(
          [...weights].reverse(),
          margins.map((margin) => ({ ...margin, categories: [...margin.categories].reverse() })),
        ).weights
        for (const [row, weight] of [...reversed].reverse().entries())
          expect(weight / plain[row]!).toBeCloseTo(1, 8)
      }),
    )
  })

  it('leaves weights alone that meet the margins already', () => {
    const totals = [
      { category: 'F', total: 3 },
      { category: 'M', total: 4 },
    ]
    expect([...rake([1, 2, 4], [{ name: 'sex', categories: ['F', 'F', 'M'], totals }]).weights]).toEqual([
      1, 2, 4,
    ])
  })

  it('keeps rows of zero weight out of the sample, whatever their category', () => {
    const totals = [{ category: 'F', total: 10 }]
    expect([...rake([1, 0], [{ name: 'sex', categories: ['F', null], totals }]).weights]).toEqual([10, 0])
  })

  it('refuses margins that no weights can meet and names the margin', () => {
    const split = ['x', 'x', 'y', 'y']
    const margin = (name: string, first: number) => ({
      name,
      categories: split,
      totals: [
        { category: 'x', total: first },
        { category: 'y', total: 100 - first },
      ],
    })
    const attempt = () => rake([1, 1, 1, 1], [margin('sex', 60), margin('age', 50)])
    expect(attempt).toThrow(/"(sex|age)"/)
    expect(attempt).toThrow(expect.objectContaining({ code: 'not_converged' }))
    expect(attempt).toThrow(StatisticsError)
  })
})
