// Wild cluster bootstrap: the residuals of whole communes are turned round, plus or minus, under the hypothesis of no
// effect. With few communes all sign patterns are tried, so there is no randomness left. It is a sensitivity check: with
// one or two exposed communes it cannot find anything, and says so.

import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
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
const SELECTION = 65_535
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
  const observed = tStatistic(weights, residualTotals(sums, means), means, correction)
  const restricted = residualTotals(sums, fitWithoutInteraction(sums, weights))
  const isComplete = count <= ENUMERATION_LIMIT
  const patterns = isComplete ? allPatterns(count) : somePatterns(count, options.seed ?? 1)
  let draws = 0
  let extreme = 0
  for (const signs of patterns) {
    draws++
    const turned = restricted.map((totals, commune) => totals.map((total) => total * signs[commune]!))
    const deviations = weights.map(
      (weight, cell) => turned.reduce((sum, totals) => sum + totals[cell]!, 0) / weight,
    )
    const left = turned.map((totals, commune) =>
      totals.map((total, cell) => total - sums[commune]!.weights[cell]! * deviations[cell]!),
    )
    if (Math.abs(tStatistic(weights, left, deviations, correction)) >= Math.abs(observed) - TIE) extreme++
  }
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

/** Difference in differences of four means over its CR1 error, from the residual totals of every commune and cell. */
function tStatistic(
  weights: readonly number[],
  residuals: readonly number[][],
  means: readonly number[],
  correction: number,
): number {
  const contrast = means.reduce((total, mean, cell) => total + CELL_SIGNS[cell]! * mean, 0)
  let variance = 0
  for (const own of residuals) {
    let score = 0
    for (let cell = 0; cell < 4; cell++) score += (CELL_SIGNS[cell]! * own[cell]!) / weights[cell]!
    variance += score * score
  }
  return contrast === 0 ? 0 : contrast / Math.sqrt(correction * variance)
}

function residualTotals(sums: readonly CommuneCells[], fitted: readonly number[]): number[][] {
  return sums.map(({ weights, totals }) =>
    totals.map((total, cell) => total - weights[cell]! * fitted[cell]!),
  )
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

function* allPatterns(communes: number): Generator<number[]> {
  for (let pattern = 0; pattern < 2 ** communes; pattern++) {
    yield Array.from({ length: communes }, (_, commune) => ((pattern >> commune) & 1 ? 1 : -1))
  }
}

/** The true signs and random ones, so that p stays above zero. */
function* somePatterns(communes: number, seed: number): Generator<number[]> {
  yield new Array<number>(communes).fill(1)
  const generator = xoroshiro128plus(seed)
  for (let draw = 0; draw < SELECTION; draw++) {
    yield Array.from({ length: communes }, () => 2 * uniformInt(generator, 0, 1) - 1)
  }
}
