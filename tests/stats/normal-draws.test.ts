import { describe, expect, it } from 'vitest'
import { drawNormals } from '#lib/stats/normal-draws'

describe('drawNormals', () => {
  it('have the covariance asked for', () => {
    const covariance = [
      [4, 1],
      [1, 2],
    ]
    const count = 40_000
    const draws = drawNormals(covariance, count, 11)
    const moment = (i: number, j: number) => {
      let sum = 0
      for (let draw = 0; draw < count; draw++) sum += draws[2 * draw + i]! * draws[2 * draw + j]!
      return sum / count
    }
    expect(Math.abs(moment(0, 0) - 4)).toBeLessThan(0.15)
    expect(Math.abs(moment(0, 1) - 1)).toBeLessThan(0.1)
    expect(Math.abs(moment(1, 1) - 2)).toBeLessThan(0.1)
  })

  it('accept a covariance of lower rank', () => {
    const draws = drawNormals(
      [
        [1, 1],
        [1, 1],
      ],
      50,
      4,
    )
    for (let draw = 0; draw < 50; draw++) expect(draws[2 * draw]).toBeCloseTo(draws[2 * draw + 1]!, 6)
  })

  it('repeat for the same seed and differ for another', () => {
    expect(drawNormals([[1]], 5, 1)).toEqual(drawNormals([[1]], 5, 1))
    expect(drawNormals([[1]], 5, 1)).not.toEqual(drawNormals([[1]], 5, 2))
  })
})
