import { describe, expect, it } from 'vitest'
import { boxCox, isWithinThresholds, kurtosis, logarithm, skewness, winsorise } from '#lib/stats/outliers'

const thresholds = { skewness: 2, kurtosis: 3.5 }

describe('winsorise', () => {
  it('pulls tied extremes in together and stops when the thresholds are met', () => {
    const values = [1, 2, 3, 2, 1, 3, 2, 1, 2, 3, 2, 60]
    const result = winsorise(values, thresholds, 5)!
    expect(result.count).toBe(1)
    expect(result.values.at(-1)).toBe(3)
    expect(result.treated.at(-1)).toBe('winhi')
  })

  it('works from below where the skewness is negative', () => {
    const result = winsorise([1, 2, 3, 2, 1, 3, 2, 1, 2, 3, 2, -60], thresholds, 5)!
    expect(result.values.at(-1)).toBe(1)
    expect(result.treated.at(-1)).toBe('winlo')
  })

  it('stops at the limit even when the thresholds are not met', () => {
    const values = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 50, 2500]
    expect(winsorise(values, thresholds, 1)!.values.slice(-2)).toEqual([50, 50])
  })

  it('gives up where skewness cannot be told', () => {
    expect(winsorise([4, 4, 4, 4], thresholds, 5)).toBeNull()
  })
})

describe('skewness and kurtosis', () => {
  it('leave gaps out and are unknown for too few or equal values', () => {
    expect(skewness([1, 2, Number.NaN, 9])).toBe(skewness([1, 2, 9]))
    expect([skewness([1, 2]), kurtosis([1, 2, 3]), skewness([5, 5, 5])]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ])
    expect(isWithinThresholds([1, 2], thresholds)).toBeNull()
  })

  it('do not move with the size or the place of the numbers', () => {
    const values = [1, 4, 2, 8, 5, 7, 30]
    const far = values.map((value) => 1e6 + 1000 * value)
    expect(skewness(far)).toBeCloseTo(skewness(values), 9)
    expect(kurtosis(far)).toBeCloseTo(kurtosis(values), 9)
  })
})

describe('transformations', () => {
  it('keep the order of the units and the gaps', () => {
    const values = [3, 1, Number.NaN, 90]
    for (const kind of ['log_CT', 'log_CT_plus', 'log_CT_orig', 'log_GII'] as const) {
      const [a, b, gap, c] = logarithm(values, kind) as [number, number, number, number]
      expect(b < a && a < c, kind).toBe(true)
      expect(gap).toBeNaN()
    }
    expect(boxCox([1, 3], 0, true)).toEqual([0, Math.log(3)])
  })
})
