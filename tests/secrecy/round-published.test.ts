// Rounding of what is published.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roundOutwards, roundToBase } from '#lib/secrecy/round-published'

test('counts go to the nearest multiple, halves up', () => {
  expect([0, 2, 3, 7, 8, 12, 13].map((count) => roundToBase(count, 5))).toEqual([0, 0, 5, 5, 10, 10, 15])
  expect(roundToBase(5, 10)).toBe(10)
  expect(() => roundToBase(5, 0)).toThrow(/base/)
})

test('an interval only becomes wider, and an exact end stays', () => {
  const end = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(end, end, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      const rounded = roundOutwards({ low, high }, 0.01)
      expect(rounded.low).toBeLessThanOrEqual(low + 1e-9)
      expect(rounded.high).toBeGreaterThanOrEqual(high - 1e-9)
    }),
    { seed: 35 },
  )
  expect(roundOutwards({ low: 0.58, high: 0.58 }, 0.01)).toEqual({ low: 0.58, high: 0.58 })
})
