// Counts coded answers into tallies in memory, for a choice of answers that the stored tallies do not keep apart.
import type { Tally } from '#lib/scoring/sample'
import { makeCounter, type TallyLayout } from '#lib/scoring/tally-layout'

export type AnswerToCount = Omit<Tally, 'n' | 'counts'> & { coded: ArrayLike<number> }

/** One tally for each way, place and weight that occurs. Throws RangeError as `makeCounter`. */
export function tallyAnswers(layout: TallyLayout, answers: readonly AnswerToCount[]): Tally[] {
  const count = makeCounter(layout)
  const tallies = new Map<string, Tally & { counts: Float64Array }>()
  for (const { coded, ...head } of answers) {
    const { unit, stratum, cluster, mode, place, collector, entry, weight } = head
    const key = JSON.stringify([unit, stratum, cluster, mode, place, collector, entry, weight])
    const tally = tallies.get(key) ?? { ...head, n: 0, counts: new Float64Array(layout.size) }
    tallies.set(key, tally)
    tally.n++
    count(tally.counts, coded)
  }
  return [...tallies.values()]
}
