// Randomisation inference for staggered starts: had the start dates fallen to other communes, how often would the average
// effect look as large? All start dates are dealt anew together, so nothing is assumed about how waves hang together.

import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { notRejected, type Relabelling, TIE } from '#lib/stats/not-rejected'
import type { CommunePanel, StaggeredContrast } from '#lib/stats/staggered-contrast'

export type StaggeredRandomisation = {
  pValue: number
  /** Effects, the same in all treated communes and waves, that are not rejected; null = no bound. */
  low: number | null
  high: number | null
  /** Ways to deal the starts that were tried, the true one included. */
  assignments: number
  /** Smallest p-value that any data could give. */
  smallestPValue: number
}

/** Above this number of ways a random selection is tried. */
const ENUMERATION_LIMIT = 20_000
const SELECTION = 9_999

/**
 * Randomisation test and interval of a staggered effect.
 *
 * In words: p = share of all ways to deal the same start dates to the communes whose effect is at least as far from zero. With
 * two waves it is `randomisationTest`.
 *
 * Source: Fisher (1935); Roth and Sant'Anna (2023), J. Political Economy: Microeconomics 1, 669-709, section 4 on staggered
 * starts by lot.
 *
 * @param panel means of communes by wave, complete
 * @param contrast see `staggeredContrast`
 * @param level confidence level, 0..1
 * @param seed for the selection of ways when there are more than 20 000
 * @example
 * const starts = [1, 1, null, null, null]
 * const means = [[0, 9], [0, 8], [0, 1], [0, 2], [0, 3]]
 * const test = staggeredRandomisation({ communes: [], means, starts }, staggeredContrast(starts, means, 2))
 * test.assignments // => 10
 * test.pValue // => 0.1
 */
export function staggeredRandomisation(
  { means, starts }: CommunePanel,
  contrast: StaggeredContrast,
  level = 0.95,
  seed = 1,
): StaggeredRandomisation {
  const scores = scoreCommunes(means, starts, contrast)
  const labels = starts.map((start) => contrast.groups.indexOf(start))
  const sizes = contrast.groups.map((_, group) => labels.filter((label) => label === group).length)
  const ways = countWays(sizes)
  const isComplete = ways <= ENUMERATION_LIMIT
  const dealt = isComplete ? allDeals(sizes) : someDeals(labels, seed)
  const relabelled = dealt.map((deal) => relabel(scores, deal))
  const { statistic } = relabel(scores, labels)
  const extreme = relabelled.filter((one) => Math.abs(one.statistic) >= Math.abs(statistic) - TIE).length
  const isMirrored = contrast.groups.length === 2 && sizes[0] === sizes[1]
  return {
    pValue: extreme / relabelled.length,
    ...notRejected(statistic, relabelled, 1 - level),
    assignments: relabelled.length,
    smallestPValue: (isMirrored ? 2 : 1) / (isComplete ? ways : relabelled.length),
  }
}

type Scores = { value: Float64Array[]; carried: Float64Array[] }

/** What each commune would add to the effect, and to a constant effect of one, under each label. */
function scoreCommunes(
  means: CommunePanel['means'],
  starts: CommunePanel['starts'],
  { groups, coefficients }: StaggeredContrast,
): Scores {
  const sizes = groups.map((group) => starts.filter((start) => start === group).length)
  const under = (numberOf: (commune: number, wave: number) => number) =>
    starts.map((_, commune) =>
      Float64Array.from(
        groups,
        (_, group) =>
          coefficients[group]!.reduce((sum, one, wave) => sum + one * numberOf(commune, wave), 0) /
          sizes[group]!,
      ),
    )
  const isTreated = (commune: number, wave: number) => {
    const start = starts[commune]!
    return start !== null && wave >= start ? 1 : 0
  }
  return { value: under((commune, wave) => means[commune]![wave]!), carried: under(isTreated) }
}

function relabel({ value, carried }: Scores, labels: ArrayLike<number>): Relabelling {
  const sum = { statistic: 0, carried: 0 }
  for (let commune = 0; commune < labels.length; commune++) {
    sum.statistic += value[commune]![labels[commune]!]!
    sum.carried += carried[commune]![labels[commune]!]!
  }
  return sum
}

function countWays(sizes: readonly number[]): number {
  let [ways, placed] = [1, 0]
  for (const size of sizes) for (let k = 1; k <= size; k++) ways = (ways * ++placed) / k
  return Math.round(ways)
}

function allDeals(sizes: readonly number[]): Uint8Array[] {
  const communes = sizes.reduce((sum, size) => sum + size, 0)
  const left = [...sizes]
  const deal = new Uint8Array(communes)
  const found: Uint8Array[] = []
  const place = (commune: number) => {
    if (commune === communes) found.push(Uint8Array.from(deal))
    for (let group = 0; commune < communes && group < left.length; group++) {
      if (left[group] === 0) continue
      left[group]!--
      deal[commune] = group
      place(commune + 1)
      left[group]!++
    }
  }
  place(0)
  return found
}

/** The true labels and random orders of them (Fisher-Yates), so that p stays above zero. */
function someDeals(labels: readonly number[], seed: number): Uint8Array[] {
  const generator = xoroshiro128plus(seed)
  const order = Uint8Array.from(labels)
  const found = [Uint8Array.from(labels)]
  while (found.length < SELECTION + 1) {
    for (let last = order.length - 1; last > 0; last--) {
      const other = uniformInt(generator, 0, last)
      ;[order[last], order[other]] = [order[other]!, order[last]!]
    }
    found.push(Uint8Array.from(order))
  }
  return found
}
