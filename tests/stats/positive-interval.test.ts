// The interval of positive quantities on the log scale.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeDesign } from '#lib/stats/design'
import { positiveInterval } from '#lib/stats/positive-interval'
import { weightedMean } from '#lib/stats/weighted-mean'

const days = fc.array(fc.double({ min: 0.1, max: 500, noNaN: true }), { minLength: 3, maxLength: 30 })
const meanOf = (values: number[]) => weightedMean(makeDesign({ weights: values.map(() => 1) }), values)

test('stays above zero, holds the value, and reaches further up than down', () => {
  fc.assert(
    fc.property(days, (values) => {
      const estimate = meanOf(values)
      const { low, high } = positiveInterval(estimate)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(low).toBeLessThanOrEqual(estimate.value)
      expect(high! - estimate.value).toBeGreaterThanOrEqual((estimate.value - low!) * (1 - 1e-9))
    }),
    { seed: 41 },
  )
})

test('hours instead of days change the interval by the same factor', () => {
  const inDays = positiveInterval(meanOf([1, 4, 9]))
  const inHours = positiveInterval(meanOf([24, 96, 216]))
  expect(inHours.low! / inDays.low!).toBeCloseTo(24, 9)
  expect(inHours.high! / inDays.high!).toBeCloseTo(24, 9)
})

test('one cluster gives no interval, a mean of zero is refused', () => {
  const design = makeDesign({ weights: [1, 1], clusters: [['v', 'v']], lonelyPsu: 'remove' })
  expect(positiveInterval(weightedMean(design, [1, 2]))).toEqual({ low: null, high: null })
  expect(() => positiveInterval(meanOf([0, 0]))).toThrow(/above 0/)
})
