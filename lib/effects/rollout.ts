// By lot, which communes start a campaign when. The lot is what makes a later comparison fair: nobody chose the communes that
// were about to rise anyway. The surprise: everything follows from frame and seed, the places of the left-over communes too,
// so anybody can draw it again.
import { canonicalJson } from '#lib/canonical-json'
import { randomSource } from '#lib/contacts/random-source'

/** A commune and the number that it is matched on: what it knew before, or how many adults it has. */
export type RolloutUnit = { unitId: string; value: number | null }
export type RolloutMethod = 'simple' | 'matched'
/** `startsOn`: yyyy-mm-dd, null for communes that serve as comparison and start after the last wave, or never. */
export type RolloutStep = { startsOn: string | null; units: string[] }

export type RolloutFault =
  | { code: 'too_few_units'; units: number; needed: number }
  | { code: 'value_missing'; units: string[] }

export type DrawnRollout = {
  steps: RolloutStep[]
  /** Communes alike, of which each went to another step; one block of all where nothing was matched. */
  blocks: string[][]
}

/**
 * Deals the communes to the steps, block by block.
 *
 * simple: one block of all; matched: blocks of as many neighbours in the order of `value` as there are steps. In every block
 * the communes and the steps are shuffled and dealt to each other in turn, so sizes of steps differ by one at most per block
 * and by one over all where only the last block is short.
 *
 * Source: Imai, King and Nall (2009), Statistical Science 24, 29-53, on matched pairs; Hussey and Hughes (2007), Contemporary
 * Clinical Trials 28, 182-191, on staggered starts.
 *
 * @param units at least two for each step: with fewer there is no test afterwards
 * @param starts first days of the steps in their order; only the last may be null
 * @throws RangeError for fewer than two steps, or steps out of order
 */
export function drawRollout(
  units: readonly RolloutUnit[],
  method: RolloutMethod,
  starts: readonly (string | null)[],
  seed: string,
): DrawnRollout | { fault: RolloutFault } {
  requireOrder(starts)
  const needed = 2 * starts.length
  if (units.length < needed) return { fault: { code: 'too_few_units', units: units.length, needed } }
  const ordered = inOrder(units)
  const without = ordered.filter(({ value }) => value === null)
  if (method === 'matched' && without.length > 0)
    return { fault: { code: 'value_missing', units: without.map(({ unitId }) => unitId) } }
  const random = randomSource(seed, canonicalJson({ method, starts, units: ordered }))
  const dealt = new Map<number, string[]>(starts.map((_, step) => [step, []]))
  const blocks = rolloutBlocks(ordered, method, starts.length)
  for (const block of blocks) {
    const steps = random.shuffle(starts.map((_, step) => step))
    for (const [at, unit] of random.shuffle(block).entries()) dealt.get(steps[at % steps.length]!)!.push(unit)
  }
  return { steps: starts.map((startsOn, step) => ({ startsOn, units: dealt.get(step)!.sort() })), blocks }
}

/** The blocks of a draw with so many steps; a test afterwards may deal anew only within them. */
export function rolloutBlocks(
  units: readonly RolloutUnit[],
  method: RolloutMethod,
  steps: number,
): string[][] {
  const ordered = inOrder(units)
  if (method === 'simple') return [ordered.map(({ unitId }) => unitId)]
  const ranked = ordered.sort((a, b) => b.value! - a.value!).map(({ unitId }) => unitId)
  return Array.from({ length: Math.ceil(ranked.length / steps) }, (_, at) =>
    ranked.slice(at * steps, (at + 1) * steps),
  )
}

const inOrder = (units: readonly RolloutUnit[]) => [...units].sort((a, b) => (a.unitId < b.unitId ? -1 : 1))

function requireOrder(starts: readonly (string | null)[]): void {
  if (starts.length < 2) throw new RangeError('a roll-out has at least two steps')
  for (const [at, start] of starts.entries()) {
    const isLast = at === starts.length - 1
    if (start === null && !isLast) throw new RangeError('only the last step may have no start')
    if (at > 0 && start !== null && start <= starts[at - 1]!)
      throw new RangeError('steps of a roll-out are in the order of their starts')
  }
}
