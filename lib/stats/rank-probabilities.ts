// How often each unit would hold each rank if the survey were repeated around the estimates found: a picture of how stable
// a league table is. It is NOT a confidence statement, and must be labelled so wherever it is shown.

import { drawNormals } from '#lib/stats/normal-draws'
import { checkRankedEstimates, type RankedEstimates } from '#lib/stats/rank-comparisons'

export type RankProbabilities = {
  /** `probabilities[unit][rank - 1]`, 0..1, each row adds to 1. */
  probabilities: number[][]
  /** Mean rank of each unit. */
  expectedRanks: number[]
}

/**
 * Rank probabilities by simulation.
 *
 * In words: draw the estimates from a normal distribution with their covariance, rank each draw (1 = largest, ties share
 * the middle rank, rounded), count.
 *
 * Source: Goldstein and Spiegelhalter (1996), J. Roy. Statist. Soc. A 159, 385-443.
 *
 * @param input estimates and covariance
 * @param simulation number of draws and seed
 * @throws RangeError if the matrix does not fit
 * @example
 * const clear = { estimates: [0.9, 0.1], covariance: [[0.0004, 0], [0, 0.0004]] }
 * rankProbabilities(clear, { draws: 100, seed: 1 }).expectedRanks // => [1, 2]
 */
export function rankProbabilities(
  input: RankedEstimates,
  simulation: { draws: number; seed: number },
): RankProbabilities {
  checkRankedEstimates(input)
  const size = input.estimates.length
  const noise = drawNormals(input.covariance, simulation.draws, simulation.seed)
  const counts = input.estimates.map(() => new Array<number>(size).fill(0))
  for (let draw = 0; draw < simulation.draws; draw++) {
    const values = input.estimates.map((estimate, unit) => estimate + noise[draw * size + unit]!)
    for (const [unit, value] of values.entries()) {
      let larger = 0
      let equal = 0
      for (const other of values) {
        if (other > value) larger++
        else if (other === value) equal++
      }
      counts[unit]![Math.round(larger + (equal + 1) / 2) - 1]!++
    }
  }
  const probabilities = counts.map((row) => row.map((count) => count / simulation.draws))
  const expectedRanks = probabilities.map((row) =>
    row.reduce((sum, share, index) => sum + share * (index + 1), 0),
  )
  return { probabilities, expectedRanks }
}
