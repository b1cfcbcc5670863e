// Adjusted p-values against R's p.adjust, and what must hold for every family.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adjustPValues, type PValueAdjustment } from '#lib/stats/adjust-p-values'

const family = [0.04, 0.001, 0.03, 0.04, 0.2]
const fromR: [PValueAdjustment, number[]][] = [
  ['holm', [0.12, 0.005, 0.12, 0.12, 0.2]],
  ['benjamini-hochberg', [0.05, 0.005, 0.05, 0.05, 0.2]],
  ['hochberg', [0.08, 0.005, 0.08, 0.08, 0.2]],
  ['bonferroni', [0.2, 0.005, 0.15, 0.2, 1.0]],
  [
    'benjamini-yekutieli',
    [0.11416666666667, 0.01141666666667, 0.11416666666667, 0.11416666666667, 0.45666666666667],
  ],
]
const adjustments = fromR.map(([adjustment]) => adjustment)

describe('adjustPValues', () => {
  test.each(fromR)('%s agrees with R', (adjustment, expected) => {
    adjustPValues(family, adjustment).forEach((adjusted, place) => {
      expect(adjusted).toBeCloseTo(expected[place]!, 12)
    })
  })

  test('adjusted values are never smaller than the raw ones, never above one and keep their order', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(probability), fc.constantFrom(...adjustments), (pValues, adjustment) => {
        const adjusted = adjustPValues(pValues, adjustment) as number[]
        pValues.forEach((pValue, place) => {
          expect(adjusted[place]).toBeGreaterThanOrEqual(pValue)
          expect(adjusted[place]).toBeLessThanOrEqual(1)
          pValues.forEach((other, otherPlace) => {
            if (pValue <= other) expect(adjusted[place]).toBeLessThanOrEqual(adjusted[otherPlace]!)
          })
        })
      }),
      { seed: 3 },
    )
  })

  test('the order of the family does not matter', () => {
    fc.assert(
      fc.property(fc.constantFrom(...adjustments), (adjustment) => {
        const backwards = adjustPValues([...family].reverse(), adjustment).reverse()
        expect(backwards).toEqual(adjustPValues(family, adjustment))
      }),
    )
  })

  test('a test that was not possible stays empty and does not count in the family', () => {
    expect(adjustPValues([0.02, null, 0.01], 'bonferroni')).toEqual([0.04, null, 0.02])
    expect(adjustPValues([], 'holm')).toEqual([])
  })

  test('a number that is no probability is refused', () => {
    expect(() => adjustPValues([0.2, 1.2], 'holm')).toThrow(/place 2 is 1.2/)
    expect(() => adjustPValues([Number.NaN], 'holm')).toThrow(/between 0 and 1/)
  })
})
