import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suggestTrimmingBound, trimWeights } from '#lib/stats/trim-weights'

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0)

describe('trimWeights', () => {
  it('keeps the total and, when strict, leaves nobody outside', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.1, max: 100, noNaN: true }), { minLength: 3, maxLength: 40 }),
        (weights) => {
          const mean = sum(weights) / weights.length
          const bounds = { lower: mean / 3, upper: mean * 1.5 }
          let trimmed: Float64Array
          try {
            trimmed = trimWeights(weights, bounds, true).weights
          } catch (error) {
            // so many are outside that nobody is left to take the excess
            expect(error).toMatchObject({ code: 'trimming_impossible' })
            return
          }
          expect(sum(trimmed) / sum(weights)).toBeCloseTo(1, 9)
          expect(Math.max(...trimmed)).toBeLessThanOrEqual(bounds.upper)
          expect(Math.min(...trimmed)).toBeGreaterThanOrEqual(bounds.lower)
        },
      ),
    )
  })

  it('makes one pass when not strict, so that a weight may end outside', () => {
    const { weights, passes } = trimWeights([3.9, 1, 1, 7], { lower: 0, upper: 4 }, false)
    expect([...weights]).toEqual([4.9, 2, 2, 4])
    expect(passes).toBe(1)
  })

  it('never moves a weight that was trimmed before', () => {
    const { weights, trimmedShare, passes } = trimWeights([3.9, 1, 1, 7], { lower: 0, upper: 4 }, true)
    expect([...weights]).toEqual([4, 2.45, 2.45, 4])
    expect(trimmedShare).toBe(0.5)
    expect(passes).toBe(2)
  })

  it.each([
    ['above', { lower: 0, upper: 2 }],
    ['below', { lower: 5, upper: 9 }],
  ])('refuses bounds that lie %s what the total needs', (_where, bounds) => {
    expect(() => trimWeights([1, 2, 6], { ...bounds }, true)).toThrow(
      expect.objectContaining({ code: 'trimming_impossible' }),
    )
  })

  it('does not give weight to rows outside the sample', () => {
    expect([...trimWeights([0, 1, 5], { lower: 0.5, upper: 4 }, true).weights]).toEqual([0, 2, 4])
  })
})

describe('suggestTrimmingBound', () => {
  it('ignores rows of zero weight', () => {
    expect(suggestTrimmingBound([0, 0, 1, 2, 3, 4, 5])).toBe(15)
  })
})
