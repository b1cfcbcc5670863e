import { describe, expect, it } from 'vitest'
import { scoreOnLine } from '#lib/stats/piecewise-score'

describe('scoreOnLine', () => {
  const line = [
    [0.4, 0],
    [0.65, 0.4],
    [0.85, 1],
  ] as const

  it('is constant outside and continuous at the corners', () => {
    expect(scoreOnLine(0.1, line)).toMatchObject({ score: 0, slope: 0 })
    expect(scoreOnLine(0.9, line)).toMatchObject({ score: 1, slope: 0 })
    for (const [share, value] of line) expect(scoreOnLine(share, line).score).toBeCloseTo(value, 12)
  })

  it('takes the slope to the right of an inner corner, and none at the outer ones', () => {
    expect(scoreOnLine(0.65, line).slope).toBeCloseTo(3, 12)
    expect(scoreOnLine(0.4, line).slope).toBe(0)
    expect(scoreOnLine(0.85, line).slope).toBe(0)
  })

  it('refuses corners out of order', () => {
    expect(() =>
      scoreOnLine(0.5, [
        [0.5, 0],
        [0.5, 1],
      ]),
    ).toThrow(RangeError)
    expect(() => scoreOnLine(0.5, [[0.5, 0]])).toThrow(RangeError)
  })
})
