import { describe, expect, it } from 'vitest'
import { fitPropensity } from '#lib/stats/propensity'

const levels = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
]
const levelNames = [
  ['F', 'M'],
  ['young', 'old'],
]
const sums = (exposed: number[], unexposed: number[]) =>
  exposed.map((value, cell) => ({
    exposed: value,
    unexposed: unexposed[cell]!,
    exposedOutcome: 0,
    unexposedOutcome: 0,
  }))

describe('fitPropensity', () => {
  it('meets the number of exposed people in every level of every covariate', () => {
    const given = sums([12, 30, 22, 9], [20, 11, 25, 40])
    const chances = fitPropensity({ levels, levelNames }, given)
    for (const covariate of [0, 1]) {
      for (const level of [0, 1]) {
        let gap = 0
        for (const [cell, { exposed, unexposed }] of given.entries()) {
          if (levels[cell]![covariate] === level) gap += exposed - chances[cell]! * (exposed + unexposed)
        }
        expect(gap).toBeCloseTo(0, 8)
      }
    }
  })

  it('does not fall over a level that lost all its weight, as in a jackknife replicate', () => {
    const chances = fitPropensity({ levels, levelNames }, sums([3, 0, 4, 0], [3, 0, 12, 0]))
    expect(chances[0]).toBeCloseTo(0.5, 10)
    expect(chances[2]).toBeCloseTo(0.25, 10)
  })

  it('approaches one where everybody is exposed', () => {
    const chances = fitPropensity({ levels: [[0], [1]], levelNames: [['F', 'M']] }, sums([5, 2], [0, 2]))
    expect(chances[0]).toBeGreaterThan(0.999999)
    expect(chances[1]).toBeCloseTo(0.5, 6)
  })
})
