// The answers that came in before the closing and those of the days of grace, each as a domain of the same sample. Tallies
// hold both together: the late ones, which are few, are counted apart and taken away from them.
import type { Tally } from '#lib/scoring/sample'
import type { TallyGroup } from '#lib/scoring/split-tallies'

/** Groups "0" (in time) and "1" (late), every village in both; none when nothing came late. Throws RangeError when more is late than there is. */
export function splitLate(tallies: readonly Tally[], late: readonly Tally[]): TallyGroup[] {
  const known = new Map(late.map((tally) => [keyOf(tally), tally]))
  const pairs = tallies.map((tally) => {
    const own = known.get(keyOf(tally))
    const counts = own?.counts ?? new Float64Array(tally.counts.length)
    const lateOnes: Tally = { ...tally, n: own?.n ?? 0, counts }
    return { lateOnes, inTime: without(tally, lateOnes) }
  })
  const n = (group: readonly Tally[]) => group.reduce((sum, one) => sum + one.n, 0)
  const inTime = pairs.map((pair) => pair.inTime)
  const lateOnes = pairs.map((pair) => pair.lateOnes)
  return n(lateOnes) === 0
    ? []
    : [
        { value: '0', n: n(inTime), tallies: inTime },
        { value: '1', n: n(lateOnes), tallies: lateOnes },
      ]
}

function without(tally: Tally, part: Tally): Tally {
  if (part.n > tally.n) throw new RangeError(`${part.n} of ${tally.n} answers cannot be late`)
  return {
    ...tally,
    n: tally.n - part.n,
    counts: Array.from(tally.counts, (count, at) => count - part.counts[at]!),
  }
}

const keyOf = ({ unit, stratum, cluster, mode, place, collector, entry, weight }: Tally) =>
  JSON.stringify([unit, stratum, cluster, mode, place, collector, entry, weight])
