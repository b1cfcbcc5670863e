// Reference cases of kind `rank_probability`: simulated ranks.
import { rankProbabilities } from '#lib/stats/rank-probabilities'
import type { GoldenCase } from '../golden-case'

export function run(testCase: GoldenCase) {
  const input = {
    estimates: testCase.estimates as number[],
    covariance: testCase.covariance as number[][],
  }
  const { probabilities, expectedRanks } = rankProbabilities(input, { draws: 100_000, seed: 20250701 })
  return { probability: probabilities, expected_rank: expectedRanks }
}
