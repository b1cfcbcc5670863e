// Wild cluster bootstrap: the residuals of whole communes are turned round, plus or minus, under the hypothesis of no
// effect. With few communes all sign patterns are tried, so there is no randomness left. It is a sensitivity check: with
// one or two exposed communes it cannot find anything, and says so.

import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
import { warnOfFewCommunes } from '#lib/stats/cluster-robust-effect'
import { type CommuneCells, sumByCommune } from '#lib/stats/commune-changes'
import type { Design } from '#lib/stats/design'
import type { DomainInput } from '#lib/stats/domain'
import { allEffectAssumptions, type EffectAssumption, type EffectWarning } from '#lib/stats/effect-warnings'
import type { Label } from '#lib/stats/label-codes'
import { symmetricPseudoInverse } from '#lib/stats/symmetric-pseudo-inverse'
import { type CampaignData, CELL_SIGNS } from '#lib/stats/two-by-two'

export type WildClusterBootstrap = {
  communes: number
  /** Sign patterns tried, the true one included. */
  draws: number
  /** t statistic with the CR1 error. */
  statistic: number
  pValue: number
  assumptions: EffectAssumption[]
  warnings: EffectWarning[]
}

/** Up to this many communes all 2^G sign patterns are tried. */
const ENUMERATION_LIMIT = 16
const SELECTION = 9_999
const TIE = 1e-9

/**
 * Wild cluster bootstrap test of no effect, null imposed, Rademacher signs, CR1 t statistic.
 *
 * In words: fit the regression without interaction, multiply its residuals by +1 or -1, commune by commune, fit the full
 * regression to each such outcome; p = share of the sign patterns whose t statistic is at least as far from zero as the
 * observed one. Only sums per commune and cell are needed.
 *
 * Source: Cameron, Gelbach and Miller (2008), Rev. Econ. Statist. 90, 414-427, appendix B; MacKinnon and Webb (2018),
 * Econometrics J. 21, 114-135, on few treated clusters.
 *
 * @param design weights of the rows of both waves
 * @param data outcome, exposed (0/1), follow-up (0/1)
 * @param communes commune of each row
 * @param options domain; seed for the selection of patterns with more than 16 communes
 * @throws StatisticsError empty_domain, commune_in_both_groups, value_outside_range
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 1, 1, 1, 1, 1] })
 * const data = { values: [1, 2, 2, 3, 1, 2, 4, 6], isExposed: [0, 0, 0, 0, 1, 1, 1, 1], isAfter: [0, 0, 1, 1, 0, 0, 1, 1] }
 * wildClusterBootstrap(design, data, ['a', 'b', 'a', 'b', 'c', 'd', 'c', 'd']).draws // => 16
 */
export function wildClusterBootstrap(
  design: Design,
  data: CampaignData,
  communes: ArrayLike<Label | null | undefined>,
  options: { domain?: DomainInput; seed?: number } = {},
): WildClusterBootstrap {
  const sums = sumByCommune(design, data, communes, options.domain)
  const count = sums.length
  const n = sums.reduce((total, { rows }) => total + rows, 0)
  const correction = ((count / (count - 1)) * (n - 1)) / (n - 4)
  const weights = CELL_SIGNS.map((_, cell) => sums.reduce((total, sum) => total + sum.weights[cell]!, 0))
  const means = weights.map(
    (weight, cell) => sums.reduce((total, sum) => total + sum.totals[cell]!, 0) / weight,
  )
  const observed = tStatistic(scoresUnder(sums, weights, means), means, correction)
  const restricted = scoresUnder(sums, weights, fitWithoutInteraction(sums, weights))
  const isComplete = count <= ENUMERATION_LIMIT
  const { draws, extreme } = isComplete
    ? tryAllPatterns(restricted, correction, Math.abs(observed) - TIE)
    : trySomePatterns(restricted, correction, Math.abs(observed) - TIE, options.seed ?? 1)
  return {
    communes: count,
    draws,
    statistic: observed,
    pValue: extreme / draws,
    assumptions: allEffectAssumptions,
    warnings: [
      ...warnOfFewCommunes(sums),
      ...(isComplete ? [] : (['random_selection_of_relabellings'] as const)),
    ],
  }
}

/**
 * What the bootstrap needs of a commune. Its residual totals are r_c; with all means moved by d_c its score is
 * s - sum_c g_c d_c, and the means are moved by the sum of signs times `moves`.
 */
type CommuneScore = {
  /** s: sum over cells of sign times residual total over weight of the cell. */
  score: number
  /** g: sign times the share of the commune in the weight of each cell. */
  slopes: readonly number[]
  /** Residual total over weight of the cell. */
  moves: readonly number[]
}

function scoresUnder(
  sums: readonly CommuneCells[],
  weights: readonly number[],
  fitted: readonly number[],
): CommuneScore[] {
  return sums.map((sum) => {
    const moves = sum.totals.map(
      (total, cell) => (total - sum.weights[cell]! * fitted[cell]!) / weights[cell]!,
    )
    return {
      score: moves.reduce((all, move, cell) => all + CELL_SIGNS[cell]! * move, 0),
      slopes: sum.weights.map((weight, cell) => (CELL_SIGNS[cell]! * weight) / weights[cell]!),
      moves,
    }
  })
}

/** The observed statistic: difference in differences of the four means over its CR1 error. */
function tStatistic(scores: readonly CommuneScore[], means: readonly number[], correction: number): number {
  const contrast = means.reduce((total, mean, cell) => total + CELL_SIGNS[cell]! * mean, 0)
  const variance = scores.reduce((total, { score }) => total + score ** 2, 0)
  return contrast === 0 ? 0 : contrast / Math.sqrt(correction * variance)
}

/** Fitted cell means of the weighted regression on exposed and after, without their product. */
function fitWithoutInteraction(sums: readonly CommuneCells[], weights: readonly number[]): number[] {
  const columns = [
    [1, 1, 1, 1],
    [0, 0, 1, 1],
    [0, 1, 0, 1],
  ]
  const totals = weights.map((_, cell) => sums.reduce((total, sum) => total + sum.totals[cell]!, 0))
  const add = (terms: readonly number[]) => terms.reduce((total, term) => total + term, 0)
  const products = columns.map((left) =>
    columns.map((right) => add(weights.map((weight, cell) => weight * left[cell]! * right[cell]!))),
  )
  const right = columns.map((column) => add(totals.map((total, cell) => total * column[cell]!)))
  const coefficients = symmetricPseudoInverse(products).map((row) =>
    add(row.map((value, index) => value * right[index]!)),
  )
  return weights.map((_, cell) => add(columns.map((column, index) => column[cell]! * coefficients[index]!)))
}

/** Everything that a pattern of signs changes: sums over communes of sign times something, four of each. */
type Turned = { moves: Float64Array; cross: Float64Array }

const turnedSums = (scores: readonly CommuneScore[], signs: ArrayLike<number>): Turned => {
  const turned = { moves: new Float64Array(4), cross: new Float64Array(4) }
  for (const [commune, score] of scores.entries()) addTurned(turned, score, signs[commune]!)
  return turned
}

function addTurned({ moves, cross }: Turned, { score, slopes, moves: own }: CommuneScore, factor: number) {
  for (let cell = 0; cell < 4; cell++) {
    moves[cell]! += factor * own[cell]!
    cross[cell]! += factor * score * slopes[cell]!
  }
}

/**
 * t statistic of a pattern: contrast d over the square root of sum (s e - g'd)^2 = sum s^2 - 2 d' sum e s g + d' (sum g g') d,
 * so that no pattern needs a look at every commune.
 */
function statisticOf(scores: readonly CommuneScore[], correction: number): (turned: Turned) => number {
  const squares = scores.reduce((sum, { score }) => sum + score ** 2, 0)
  const products = CELL_SIGNS.map((_, a) =>
    CELL_SIGNS.map((_, b) => scores.reduce((sum, { slopes }) => sum + slopes[a]! * slopes[b]!, 0)),
  )
  return ({ moves, cross }) => {
    let [contrast, variance] = [0, squares]
    for (let a = 0; a < 4; a++) {
      contrast += CELL_SIGNS[a]! * moves[a]!
      variance -= 2 * moves[a]! * cross[a]!
      for (let b = 0; b < 4; b++) variance += moves[a]! * products[a]![b]! * moves[b]!
    }
    return contrast === 0 ? 0 : contrast / Math.sqrt(correction * Math.max(0, variance))
  }
}

type Tried = { draws: number; extreme: number }

/** All 2^G patterns in the order of a Gray code (Knuth 4A, section 7.2.1.1): from one to the next a single commune turns. */
function tryAllPatterns(scores: readonly CommuneScore[], correction: number, limit: number): Tried {
  const statistic = statisticOf(scores, correction)
  const signs = scores.map(() => 1)
  const turned = turnedSums(scores, signs)
  const draws = 2 ** scores.length
  let extreme = 0
  for (let pattern = 1; ; pattern++) {
    if (Math.abs(statistic(turned)) >= limit) extreme++
    if (pattern === draws) return { draws, extreme }
    const commune = 31 - Math.clz32(pattern & -pattern)
    addTurned(turned, scores[commune]!, -2 * signs[commune]!)
    signs[commune]! *= -1
  }
}

/** The true signs and random ones, so that p stays above zero. */
function trySomePatterns(
  scores: readonly CommuneScore[],
  correction: number,
  limit: number,
  seed: number,
): Tried {
  const statistic = statisticOf(scores, correction)
  const generator = xoroshiro128plus(seed)
  const signs = new Int8Array(scores.length).fill(1)
  let extreme = 0
  for (let draw = 0; draw <= SELECTION; draw++) {
    if (Math.abs(statistic(turnedSums(scores, signs))) >= limit) extreme++
    drawSigns(signs, generator)
  }
  return { draws: SELECTION + 1, extreme }
}

/** Thirty signs out of each number drawn. */
function drawSigns(signs: Int8Array, generator: RandomGenerator): void {
  let bits = 0
  for (let commune = 0; commune < signs.length; commune++) {
    if (commune % 30 === 0) bits = generator.next() >>> 2
    signs[commune] = bits & 1 ? 1 : -1
    bits >>>= 1
  }
}
