// Places in a list with ties and gaps, smallest value first. Which place tied values share is a choice, and it changes
// scores that are made from ranks.

export const tieRules = ['average', 'first', 'last', 'max', 'min'] as const
export type TieRule = (typeof tieRules)[number]

/**
 * Ranks of values, 1 = smallest; a gap (NaN) keeps its gap.
 *
 * In words: the place in the sorted list; tied values share the smallest, largest or mean of their places, or keep the
 * order in which they stand (`first`) or its opposite (`last`).
 *
 * Source: Conover (1999), Practical Nonparametric Statistics, section 5.1 (mid-ranks); "min" is the ranking of sports.
 *
 * @example
 * rankValues([30, 10, 30, Number.NaN], 'min') // => [2, 1, 2, NaN]
 * rankValues([30, 10, 30, Number.NaN], 'average') // => [2.5, 1, 2.5, NaN]
 */
export function rankValues(values: readonly number[], ties: TieRule): number[] {
  const order = [...values.keys()].filter((at) => !Number.isNaN(values[at]))
  order.sort((a, b) => values[a]! - values[b]! || (ties === 'last' ? b - a : a - b))
  const ranks = values.map(() => Number.NaN)
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++
    for (let place = start; place < end; place++) ranks[order[place]!] = placeOf(start, end, place, ties)
  }
  return ranks
}

/** Tied values fill the places start + 1 to end. */
function placeOf(start: number, end: number, place: number, ties: TieRule): number {
  if (ties === 'min') return start + 1
  if (ties === 'max') return end
  return ties === 'average' ? (start + 1 + end) / 2 : place + 1
}
