// Randomisation inference: had the campaign gone to other communes, how often would the difference be as large? It needs
// no model of people or villages, only the list of communes; and it knows its limit: with few communes no result at all
// can reach 5 %.

import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { CommuneChange } from '#lib/stats/commune-changes'
import { allEffectAssumptions, type EffectAssumption, type EffectWarning } from '#lib/stats/effect-warnings'
import { notRejected, type Relabelling, TIE } from '#lib/stats/not-rejected'

export type RandomisationTest = {
  /** Mean change of exposed minus mean change of other communes. */
  statistic: number
  /** Relabellings tried, the true one included. */
  assignments: number
  pValue: number
  /** Smallest p-value that any data could give with these communes. */
  smallestPValue: number
  /** Effects that are not rejected; null = no bound, because no effect on that side can be rejected. */
  low: number | null
  high: number | null
  assumptions: EffectAssumption[]
  warnings: EffectWarning[]
}

/** Above this number of relabellings a random selection is drawn. */
const ENUMERATION_LIMIT = 400_000
const SELECTION = 99_999

/**
 * Randomisation test and interval for the effect of a campaign on communes.
 *
 * In words: the statistic is the difference of the mean changes. p = share of all ways to choose the exposed communes whose
 * statistic is at least as far from zero. The interval holds every constant effect that is not rejected after being
 * taken off the exposed communes. It is exact: each relabelling speaks for the effects between two points that can be
 * written down, so no search is needed.
 *
 * Source: Fisher (1935), The Design of Experiments, section 21; Young (2019), Quart. J. Econ. 134, 557-598; Imbens and
 * Rubin (2015), Causal Inference, chapter 5.
 *
 * @param changes one per commune, see `communeChanges`
 * @param level confidence level, 0..1
 * @param seed for the selection of relabellings when there are more than 400 000
 * @throws RangeError if one of the groups is empty
 * @example
 * const change = (isExposed, value) => ({ commune: '', isExposed, change: value })
 * const test = randomisationTest([change(true, 9), change(true, 8), change(false, 1), change(false, 2), change(false, 3)])
 * test.assignments // => 10
 * test.pValue // => 0.1
 * test.warnings // => ['significance_unreachable']
 */
export function randomisationTest(
  changes: readonly CommuneChange[],
  level = 0.95,
  seed = 1,
): RandomisationTest {
  const exposed = changes.filter(({ isExposed }) => isExposed).length
  const size = changes.length
  if (exposed === 0 || exposed === size) throw new RangeError('both groups need at least one commune')
  const isComplete = countCombinations(size, exposed) <= ENUMERATION_LIMIT
  const assignments = isComplete ? allAssignments(size, exposed) : someAssignments(changes, exposed, seed)
  const statistic = differenceOfMeans(changes, (index) => changes[index]!.isExposed)
  const relabelled = assignments.map((chosen) => relabel(changes, chosen, exposed))
  const pValue = share(relabelled, (one) => Math.abs(one.statistic) >= Math.abs(statistic) - TIE)
  const smallestPValue =
    (2 * exposed === size ? 2 : 1) / (isComplete ? assignments.length : countCombinations(size, exposed))
  const warnings: EffectWarning[] = []
  if (exposed < 2 || size - exposed < 2) warnings.push('too_few_communes')
  if (smallestPValue > 1 - level) warnings.push('significance_unreachable')
  if (!isComplete) warnings.push('random_selection_of_relabellings')
  return {
    statistic,
    assignments: assignments.length,
    pValue,
    smallestPValue,
    ...notRejected(statistic, relabelled, 1 - level),
    assumptions: allEffectAssumptions,
    warnings,
  }
}

function relabel(changes: readonly CommuneChange[], chosen: Uint8Array, exposed: number): Relabelling {
  let overlap = 0
  for (const [index, { isExposed }] of changes.entries()) if (isExposed && chosen[index]) overlap++
  return {
    statistic: differenceOfMeans(changes, (index) => chosen[index] === 1),
    carried: overlap / exposed - (exposed - overlap) / (changes.length - exposed),
  }
}

function differenceOfMeans(changes: readonly CommuneChange[], isChosen: (index: number) => boolean): number {
  const sums = [0, 0]
  const counts = [0, 0]
  for (const [index, { change }] of changes.entries()) {
    const group = isChosen(index) ? 1 : 0
    sums[group]! += change
    counts[group]!++
  }
  return sums[1]! / counts[1]! - sums[0]! / counts[0]!
}

function share<T>(values: readonly T[], holds: (value: T) => boolean): number {
  return values.filter(holds).length / values.length
}

function countCombinations(size: number, chosen: number): number {
  let count = 1
  for (let k = 1; k <= chosen; k++) count = (count * (size - chosen + k)) / k
  return Math.round(count)
}

function allAssignments(size: number, exposed: number): Uint8Array[] {
  const found: Uint8Array[] = []
  const chosen = new Uint8Array(size)
  const choose = (from: number, left: number) => {
    if (left === 0) {
      found.push(Uint8Array.from(chosen))
      return
    }
    for (let index = from; index <= size - left; index++) {
      chosen[index] = 1
      choose(index + 1, left - 1)
      chosen[index] = 0
    }
  }
  choose(0, exposed)
  return found
}

/** The true labels and random ones (Fisher-Yates), so that p stays above zero. */
function someAssignments(changes: readonly CommuneChange[], exposed: number, seed: number): Uint8Array[] {
  const generator = xoroshiro128plus(seed)
  const found = [Uint8Array.from(changes, ({ isExposed }) => (isExposed ? 1 : 0))]
  const order = changes.map((_, index) => index)
  while (found.length < SELECTION + 1) {
    for (let index = 0; index < exposed; index++) {
      const other = uniformInt(generator, index, order.length - 1)
      ;[order[index], order[other]] = [order[other]!, order[index]!]
    }
    const chosen = new Uint8Array(changes.length)
    for (const index of order.slice(0, exposed)) chosen[index] = 1
    found.push(chosen)
  }
  return found
}
