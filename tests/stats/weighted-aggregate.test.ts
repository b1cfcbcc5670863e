import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meanKinds, weightedAggregate } from '#lib/stats/weighted-aggregate'

const positive = fc.double({ min: 0.01, max: 100, noNaN: true })
const pairs = fc.array(fc.tuple(positive, positive), { minLength: 1, maxLength: 8 })

describe.each(meanKinds)('the %s mean', (mean) => {
  it('has the derivatives that small changes show', () => {
    fc.assert(
      fc.property(pairs, (drawn) => {
        const scores = drawn.map(([score]) => score)
        const weights = drawn.map(([, weight]) => weight)
        const { derivatives } = weightedAggregate(scores, weights, mean)
        for (const [at, score] of scores.entries()) {
          const step = score * 1e-5
          const moved = (by: number) => weightedAggregate(scores.with(at, score + by), weights, mean).value
          const slope = (moved(step) - moved(-step)) / (2 * step)
          expect(Math.abs(slope - derivatives[at]!)).toBeLessThan(1e-5 * Math.max(1, Math.abs(slope)))
        }
      }),
    )
  })

  it('lies between the smallest and the largest score, and of equal scores is that score', () => {
    fc.assert(
      fc.property(pairs, (drawn) => {
        const scores = drawn.map(([score]) => score)
        const weights = drawn.map(([, weight]) => weight)
        const { value } = weightedAggregate(scores, weights, mean)
        expect(value).toBeGreaterThanOrEqual(Math.min(...scores) * (1 - 1e-12))
        expect(value).toBeLessThanOrEqual(Math.max(...scores) * (1 + 1e-12))
        const same = scores.map(() => 7)
        expect(weightedAggregate(same, weights, mean).value).toBeCloseTo(7, 10)
      }),
    )
  })
})

it('lets a zero make the geometric and the harmonic mean zero, but not a zero without weight', () => {
  expect(weightedAggregate([0, 9], [1, 1], 'geometric').value).toBe(0)
  expect(weightedAggregate([0, 9], [1, 1], 'harmonic').value).toBe(0)
  expect(weightedAggregate([0, 9], [0, 1], 'geometric').value).toBeCloseTo(9, 12)
  expect(() => weightedAggregate([1], [0], 'arithmetic')).toThrow('weight above zero')
  expect(() => weightedAggregate([-1], [1], 'geometric')).toThrow('below zero')
})
