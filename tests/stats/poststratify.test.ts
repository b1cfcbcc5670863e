import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCalibratedDesign } from '#lib/stats/calibrated-design'
import { makeDesign } from '#lib/stats/design'
import { designCovariance } from '#lib/stats/design-covariance'
import { codeMargins } from '#lib/stats/population-margin'
import { poststratify } from '#lib/stats/poststratify'

const cells = {
  name: 'commune x sex',
  categories: ['C1 F', 'C1 M', 'C1 F', 'C2 F', 'C2 F'],
  totals: [
    { category: 'C1 F', total: 60 },
    { category: 'C1 M', total: 50 },
    { category: 'C2 F', total: 90 },
  ],
}

describe('poststratify', () => {
  it('gives every cell its population size and keeps the proportions inside', () => {
    expect([...poststratify([1, 1, 2, 3, 3], cells).weights]).toEqual([20, 50, 40, 45, 45])
  })

  it('reports the factor of each cell and marks cells below 30 respondents', () => {
    expect(poststratify([1, 1, 2, 3, 3], cells).cells[0]).toEqual({
      category: 'C1 F',
      respondents: 2,
      factor: 20,
      isSmall: true,
    })
  })

  it('leaves no standard error in the size of a cell', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.5, max: 20, noNaN: true }), { minLength: 5, maxLength: 5 }),
        (base) => {
          const weights = poststratify(base, cells).weights
          const design = makeCalibratedDesign(
            makeDesign({ weights: base, clusters: [['a', 'a', 'b', 'b', 'c']] }),
            weights,
            {
              margins: codeMargins(base, [cells]),
            },
          )
          const women = Float64Array.from(cells.categories, (category, row) =>
            category === 'C1 F' ? weights[row]! : 0,
          )
          expect(designCovariance(design, [women])[0]).toBeCloseTo(0, 12)
        },
      ),
    )
  })
})
