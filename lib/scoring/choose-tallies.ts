// Which answers a figure is made of. The surprise: answers of different rights never meet in an estimate. "All" is a mere
// description of the pile, everybody counting once, because drawn people stand for others and volunteers for nobody.
import type { Sample, Tally } from '#lib/scoring/sample'
import type { EntryChoice } from '#lib/surveys/collection'

/**
 * The tallies with the right chosen, and how they may be read: only answers of the drawn (villages or people) keep the design of
 * the wave. For `all` every answer weighs 1.
 */
export function chooseTallies(
  tallies: readonly Tally[],
  entry: EntryChoice,
  design: Sample['design'],
): { design: Sample['design']; tallies: Tally[] } {
  if (entry === 'all') return { design: 'none', tallies: tallies.map((tally) => ({ ...tally, weight: 1 })) }
  return {
    design: entry === designEntry[design] ? design : 'none',
    tallies: tallies.filter((tally) => tally.entry === entry),
  }
}

/** Design -> the answers that it speaks of. */
const designEntry: Record<Sample['design'], EntryChoice | null> = {
  none: null,
  clusters: 'drawn',
  people: 'ballot',
}
