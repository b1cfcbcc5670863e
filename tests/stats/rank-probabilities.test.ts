import { describe, expect, it } from 'vitest'
import { normalCdf } from '#lib/stats/distributions'
import { rankProbabilities } from '#lib/stats/rank-probabilities'

describe('rankProbabilities', () => {
  it('agree with the exact probability for two units', () => {
    const covariance = [
      [4e-4, 1e-4],
      [1e-4, 9e-4],
    ]
    const { probabilities } = rankProbabilities(
      { estimates: [0.7, 0.68], covariance },
      { draws: 50_000, seed: 9 },
    )
    const exact = normalCdf(0.02 / Math.sqrt(4e-4 + 9e-4 - 2e-4))
    expect(Math.abs(probabilities[0]![0]! - exact)).toBeLessThan(0.01)
    expect(probabilities[1]![0]).toBeCloseTo(1 - probabilities[0]![0]!, 12)
  })

  it('add to one for every unit and every rank', () => {
    const covariance = [0.01, 0.02, 0.005].map((variance, i) =>
      [0, 1, 2].map((j) => (i === j ? variance : 0)),
    )
    const { probabilities, expectedRanks } = rankProbabilities(
      { estimates: [1, 1.1, 0.9], covariance },
      { draws: 1000, seed: 2 },
    )
    for (const unit of [0, 1, 2]) {
      expect(probabilities[unit]!.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
      expect(probabilities.reduce((sum, row) => sum + row[unit]!, 0)).toBeCloseTo(1, 12)
    }
    expect(expectedRanks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(6, 12)
  })
})
