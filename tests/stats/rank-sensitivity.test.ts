import { describe, expect, it } from 'vitest'
import { rankSensitivity } from '#lib/stats/rank-sensitivity'

describe('rankSensitivity', () => {
  it('leaves a unit that is best everywhere at rank 1, whatever the weights', () => {
    const [best] = rankSensitivity(
      [
        [90, 80, 70],
        [80, 79, 60],
        [10, 70, 65],
      ],
      [1, 2, 3],
      { draws: 500, seed: 1 },
    )
    expect(best).toEqual({ rank: 1, best: 1, worst: 1, median: 1, stability: 1 })
  })

  it('shows that close units with opposite strengths change places', () => {
    const [first, second] = rankSensitivity(
      [
        [80, 60],
        [60, 80],
      ],
      [1.02, 1],
      { draws: 500, seed: 1 },
    )
    expect(first).toMatchObject({ rank: 1, best: 1, worst: 2 })
    expect(second).toMatchObject({ rank: 2, best: 1, worst: 2 })
    expect(first!.stability).toBeGreaterThan(0.3)
    expect(first!.stability).toBeLessThan(0.9)
  })

  it('finds a geometric mean that punishes an uneven unit', () => {
    const scores = [
      [99, 30],
      [63, 63],
    ]
    expect(rankSensitivity(scores, [1, 1], { draws: 50, seed: 1, spread: 0 })[0]!.worst).toBe(1)
    expect(
      rankSensitivity(scores, [1, 1], { draws: 50, seed: 1, spread: 0, includesGeometric: true })[0]!.worst,
    ).toBe(2)
  })

  it('refuses gaps: the policy for gaps comes first', () => {
    expect(() => rankSensitivity([[Number.NaN, 1]], [1, 1], { draws: 1, seed: 1 })).toThrow(RangeError)
  })
})
