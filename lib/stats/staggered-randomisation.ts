// Randomisation inference for staggered starts: had the start dates fallen to other communes, how often would the average
// effect look as large? All start dates are dealt anew together, so nothing is assumed about how waves hang together; and only
// in the way in which the lot was drawn: within matched pairs where there were pairs.

import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
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
 * two waves it is `randomisationTest`. Where the lot was drawn within blocks (matched pairs), dates are dealt within them only.
 *
 * Source: Fisher (1935); within blocks Imbens and Rubin (2015), Causal Inference, sections 9.4 and 10.5; Roth and Sant'Anna (2023), J. Political Economy: Microeconomics 1, 669-709, section 4 on staggered
 * starts by lot.
 *
 * @param panel means of communes by wave, complete
 * @param contrast see `staggeredContrast`
 * @param options level of the interval (0.95); blocks of the lot, as positions of communes (left out: one of all; communes in
 *   none keep their start); seed for the selection of ways when there are more than 20 000
 * @example
 * const starts = [1, 1, null, null, null]
 * const means = [[0, 9], [0, 8], [0, 1], [0, 2], [0, 3]]
 * const test = staggeredRandomisation({ communes: [], means, starts }, staggeredContrast(starts, means, 2))
 * test.assignments // => 10
 * test.pValue // => 0.1
 * const pairs = { communes: [], means: [[0, 9], [0, 1], [0, 8], [0, 3]], starts: [1, null, 1, null] }
 * const contrast = staggeredContrast(pairs.starts, pairs.means, 2)
 * staggeredRandomisation(pairs, contrast, { blocks: [[0, 1], [2, 3]] }).assignments // => 4
 */
export function staggeredRandomisation(
  { means, starts }: CommunePanel,
  contrast: StaggeredContrast,
  options: { level?: number; blocks?: readonly (readonly number[])[]; seed?: number } = {},
): StaggeredRandomisation {
  const { level = 0.95, blocks = [[...starts.keys()]], seed = 1 } = options
  const scores = scoreCommunes(means, starts, contrast)
  const labels = starts.map((start) => contrast.groups.indexOf(start))
  const sizes = blocks.map((block) => countLabels(block, labels, contrast.groups.length))
  const ways = sizes.reduce((product, own) => product * countWays(own), 1)
  const isComplete = ways <= ENUMERATION_LIMIT
  const relabelled: Relabelling[] = []
  const visit = (deal: Uint16Array) => relabelled.push(relabel(scores, deal))
  if (isComplete) visitAllDeals(labels, blocks, sizes, visit)
  else visitSomeDeals(labels, blocks, seed, visit)
  const { statistic } = relabel(scores, labels)
  const extreme = relabelled.filter((one) => Math.abs(one.statistic) >= Math.abs(statistic) - TIE).length
  const isMirrored = contrast.groups.length === 2 && isEvenlyDealt(labels, blocks, sizes)
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

const countLabels = (block: readonly number[], labels: readonly number[], groups: number) =>
  Array.from({ length: groups }, (_, group) => block.filter((commune) => labels[commune] === group).length)

/** As many of either group in every block, and nobody outside of them: then the opposite deal is one of the ways. */
function isEvenlyDealt(
  labels: readonly number[],
  blocks: readonly (readonly number[])[],
  sizes: readonly (readonly number[])[],
): boolean {
  const dealt = blocks.reduce((sum, { length }) => sum + length, 0)
  return dealt === labels.length && sizes.every(([first, second]) => first === second)
}

function countWays(sizes: readonly number[]): number {
  let [ways, placed] = [1, 0]
  for (const size of sizes) for (let k = 1; k <= size; k++) ways = (ways * ++placed) / k
  return Math.round(ways)
}

type Visit = (deal: Uint16Array) => void

/** Always the same array, changed from one visit to the next: all of a country's would fill the memory. */
function visitAllDeals(
  labels: readonly number[],
  blocks: readonly (readonly number[])[],
  sizes: readonly (readonly number[])[],
  visit: Visit,
): void {
  const order = blocks.flatMap((block, at) => block.map((commune) => ({ commune, at })))
  const left = sizes.map((own) => [...own])
  const deal = Uint16Array.from(labels)
  const place = (next: number) => {
    const one = order[next]
    if (!one) return visit(deal)
    const own = left[one.at]!
    for (let group = 0; group < own.length; group++) {
      if (own[group] === 0) continue
      own[group]!--
      deal[one.commune] = group
      place(next + 1)
      own[group]!++
    }
  }
  place(0)
}

/** The true labels and random orders of them (Fisher-Yates within the blocks), so that p stays above zero. */
function visitSomeDeals(
  labels: readonly number[],
  blocks: readonly (readonly number[])[],
  seed: number,
  visit: Visit,
): void {
  const generator = xoroshiro128plus(seed)
  const deal = Uint16Array.from(labels)
  visit(deal)
  for (let draw = 0; draw < SELECTION; draw++) {
    for (const block of blocks) {
      for (let last = block.length - 1; last > 0; last--) {
        const [a, b] = [block[last]!, block[below(last + 1, generator)]!]
        ;[deal[a], deal[b]] = [deal[b]!, deal[a]!]
      }
    }
    visit(deal)
  }
}

/** A whole number below `limit`; of 2^32 numbers some fall to one place once more often than to another. */
const below = (limit: number, generator: RandomGenerator) =>
  Math.floor(((generator.next() >>> 0) / 2 ** 32) * limit)
