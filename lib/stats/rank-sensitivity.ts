// Would another reasonable choice of weights have given another league table? This is uncertainty about the method, not
// about the sample: it knows no sampling error and belongs in its own panel, beside the rank confidence sets.

import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { rankEstimates } from '#lib/stats/rank-comparisons'

export type RankSensitivity = {
  /** Rank with the official weights and the weighted sum. */
  rank: number
  best: number
  worst: number
  median: number
  /** Share of the variants in which the unit keeps its official rank, 0..1. */
  stability: number
}

export type SensitivityOptions = {
  /** Each weight moves by up to this share, up or down; 0.25 if left out. */
  spread?: number
  /** Also rank by the weighted geometric mean; needs scores above zero. */
  includesGeometric?: boolean
  draws: number
  seed: number
}

/**
 * Sensitivity of ranks to the weights (and to the way of adding up).
 *
 * In words: multiply each weight by a number drawn evenly from 1 - spread to 1 + spread, let the weights add to one again,
 * and rank the weighted sums (and, if asked, the weighted geometric means); repeat, and count the ranks of each unit.
 *
 * Source: Saisana, Saltelli and Tarantola (2005), J. Roy. Statist. Soc. A 168, 307-323; OECD and JRC (2008), Handbook on
 * Constructing Composite Indicators, step 7.
 *
 * @param scores `scores[unit][component]`, all on one scale, larger is better
 * @param weights official weights of the components, any positive scale
 * @param options spread, variants, draws and seed
 * @throws RangeError if a score is missing or (geometric) not above zero, or weights do not fit
 * @example
 * const sure = rankSensitivity([[90, 80], [40, 30]], [3, 1], { draws: 50, seed: 1 })
 * sure[0] // => { rank: 1, best: 1, worst: 1, median: 1, stability: 1 }
 */
export function rankSensitivity(
  scores: readonly (readonly number[])[],
  weights: readonly number[],
  options: SensitivityOptions,
): RankSensitivity[] {
  checkScores(scores, weights, options.includesGeometric ?? false)
  const official = rankEstimates(aggregate(scores, weights, false))
  const found = scores.map(() => [] as number[])
  const generator = xoroshiro128plus(options.seed)
  const spread = options.spread ?? 0.25
  for (let draw = 0; draw < options.draws; draw++) {
    const varied = weights.map((weight) => weight * (1 + spread * (2 * uniformFloat64(generator) - 1)))
    for (const isGeometric of options.includesGeometric ? [false, true] : [false]) {
      for (const [unit, rank] of rankEstimates(aggregate(scores, varied, isGeometric)).entries())
        found[unit]!.push(rank)
    }
  }
  return found.map((ranks, unit) => describe(official[unit]!, ranks))
}

function aggregate(
  scores: readonly (readonly number[])[],
  weights: readonly number[],
  isGeometric: boolean,
): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return scores.map((row) =>
    row.reduce(
      (total, score, index) => total + (weights[index]! / sum) * (isGeometric ? Math.log(score) : score),
      0,
    ),
  )
}

function describe(rank: number, ranks: number[]): RankSensitivity {
  const sorted = [...ranks].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return {
    rank,
    best: sorted[0] ?? rank,
    worst: sorted.at(-1) ?? rank,
    median: sorted.length ? (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2 : rank,
    stability: sorted.length ? sorted.filter((other) => other === rank).length / sorted.length : 1,
  }
}

function checkScores(
  scores: readonly (readonly number[])[],
  weights: readonly number[],
  isGeometric: boolean,
): void {
  for (const row of scores) {
    if (row.length !== weights.length) throw new RangeError('every unit needs one score per weight')
    if (row.some((score) => !Number.isFinite(score)))
      throw new RangeError('a score is missing: apply the policy for gaps first')
    if (isGeometric && row.some((score) => score <= 0))
      throw new RangeError('the geometric mean needs scores above zero')
  }
  if (weights.some((weight) => !(weight >= 0)) || !weights.some((weight) => weight > 0)) {
    throw new RangeError('weights must be zero or more and not all zero')
  }
}
