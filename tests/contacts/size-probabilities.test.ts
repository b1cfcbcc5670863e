import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sizeProbabilities } from '#lib/contacts/size-probabilities'

describe('probabilities by size', () => {
  it('are proportional where nobody is certain', () => {
    expect(sizeProbabilities([10, 20, 30, 40], 2)).toEqual([0.2, 0.4, 0.6, 0.8])
  })

  it('take a unit above its share for sure and share the rest anew, again and again', () => {
    // 60 is certain at once; then 30 of 40 with 1 left to draw is not, but with n = 3 it becomes certain in the second turn
    expect(sizeProbabilities([60, 30, 5, 5], 3)).toEqual([1, 1, 0.5, 0.5])
  })

  it('never exceed one and add up to the number drawn', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 40 }),
        fc.nat(),
        (sizes, some) => {
          const n = some % (sizes.length + 1)
          const probabilities = sizeProbabilities(sizes, n)
          expect(probabilities.every((one) => one >= 0 && one <= 1)).toBe(true)
          expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(n, 8)
          const ratio = probabilities.flatMap((one, at) => (one < 1 ? [one / sizes[at]!] : []))
          for (const one of ratio) expect(one).toBeCloseTo(ratio[0]!, 10)
        },
      ),
    )
  })

  it('refuse sizes that are not above 0 and more than there are', () => {
    expect(() => sizeProbabilities([1, 0], 1)).toThrow(RangeError)
    expect(() => sizeProbabilities([1, 1], 3)).toThrow(RangeError)
  })
})
