import { describe, expect, it } from 'vitest'
import { type ProportionFacts, proportionInterval } from '#lib/stats/proportion-interval'
import { codeOf } from '../support/throws-code'

const simple: ProportionFacts = {
  proportion: 0.3,
  variance: (0.3 * 0.7) / 100,
  n: 100,
  degreesOfFreedom: 99,
  level: 0.95,
  assumedDesignEffect: 1.5,
}

describe('an interval for a proportion', () => {
  it('is Clopper and Pearson’s in a simple random sample', () => {
    // R: binom.test(30, 100)$conf.int
    const { low, high, effectiveN } = proportionInterval('beta', simple)
    expect(low).toBeCloseTo(0.2124064, 6)
    expect(high).toBeCloseTo(0.3998147, 6)
    expect(effectiveN).toBeCloseTo(100, 10)
  })

  it('is never made with more people than answered', () => {
    const precise = { ...simple, variance: simple.variance / 4 }
    expect(proportionInterval('beta', precise).effectiveN).toBeCloseTo(400, 9)
    expect(proportionInterval('kg_truncated', precise).effectiveN).toBe(100)
  })

  it('uses n when all villages agree exactly', () => {
    expect(proportionInterval('kg_truncated', { ...simple, variance: 0 }).effectiveN).toBe(100)
    expect(proportionInterval('beta', { ...simple, variance: 0 }).low).toBeNull()
    expect(proportionInterval('wilson', { ...simple, variance: 0 }).low).toBeNull()
  })

  it.each(['beta', 'logit', 'xlogit', 'likelihood', 'wilson', 'asin'] as const)(
    'by %s does not exist at 0 and 1',
    (method) => {
      for (const proportion of [0, 1]) {
        expect(proportionInterval(method, { ...simple, proportion, variance: 0 })).toEqual({
          low: null,
          high: null,
          effectiveN: null,
        })
      }
    },
  )

  it('by arcsine stops at 0 and 1', () => {
    expect(proportionInterval('asin', { ...simple, proportion: 0.01, variance: 0.0004 }).low).toBe(0)
    expect(proportionInterval('asin', { ...simple, proportion: 0.99, variance: 0.0004 }).high).toBe(1)
  })

  it('by mean leaves the scale, which is why nobody should print it', () => {
    expect(proportionInterval('mean', { ...simple, proportion: 0.01, variance: 0.0004 }).low).toBeLessThan(0)
  })

  it('narrows with more clusters, not only with more people', () => {
    const width = (degreesOfFreedom: number) => {
      const { low, high } = proportionInterval('kg_truncated', {
        ...simple,
        variance: 0.005,
        degreesOfFreedom,
      })
      return high! - low!
    }
    expect(width(2)).toBeGreaterThan(width(5))
    expect(width(5)).toBeGreaterThan(width(50))
  })

  it('does not exist without degrees of freedom, without a variance, or for one person', () => {
    expect(proportionInterval('kg_truncated', { ...simple, degreesOfFreedom: 0 }).low).toBeNull()
    expect(proportionInterval('kg_truncated', { ...simple, variance: Number.NaN }).low).toBeNull()
    expect(proportionInterval('kg_truncated', { ...simple, proportion: 1, n: 1 }).low).toBeNull()
  })

  it('refuses shares and levels that are none', () => {
    expect(codeOf(() => proportionInterval('mean', { ...simple, proportion: 30 }))).toBe(
      'value_outside_range',
    )
    expect(codeOf(() => proportionInterval('mean', { ...simple, level: 95 }))).toBe('value_outside_range')
  })
})
