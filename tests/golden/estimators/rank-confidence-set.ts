// Reference cases of kind `rank_confidence_set`: pairwise tests with Holm, or the max-t bootstrap.
import { rankSetsByBootstrap } from '#lib/stats/rank-bootstrap-sets'
import { rankConfidenceSets } from '#lib/stats/rank-confidence-sets'
import type { GoldenCase } from '../golden-case'

export function run(testCase: GoldenCase) {
  const input = {
    estimates: testCase.estimates as number[],
    covariance: testCase.covariance as number[][],
    degreesOfFreedom: testCase.df as number[] | null | undefined,
  }
  const options = { level: testCase.level, isSimultaneous: testCase.simultaneous as boolean }
  const sets =
    testCase.method === 'holm_pairwise'
      ? rankConfidenceSets(input, options)
      : rankSetsByBootstrap(input, { ...options, draws: 100_000, seed: 20250701 })
  return {
    rank: sets.map(({ rank }) => rank),
    lower: sets.map(({ lower }) => lower),
    upper: sets.map(({ upper }) => upper),
  }
}
