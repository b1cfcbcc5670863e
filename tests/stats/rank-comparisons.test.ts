import { describe, expect, it } from 'vitest'
import { differenceStandardError, pairStatistic, rankEstimates } from '#lib/stats/rank-comparisons'

describe('rankEstimates', () => {
  it('gives equal estimates the better rank and leaves the next one free', () => {
    expect(rankEstimates([0.6, 0.6, 0.4, 0.9])).toEqual([2, 2, 4, 1])
  })
})

describe('pairStatistic', () => {
  const input = {
    estimates: [3, 1],
    covariance: [
      [2, 0.5],
      [0.5, 3],
    ],
  }

  it('takes the covariance of the two units off', () => {
    expect(differenceStandardError(input, 0, 1)).toBe(2)
    expect(pairStatistic(input, 0, 1)).toBe(1)
    expect(pairStatistic(input, 1, 0)).toBe(-1)
  })
})
