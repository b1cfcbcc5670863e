// Places of units in a round. Scores without sampling error have one place each; as soon as a survey is part of them, the
// places are those that the sample does not rule out (rank-units).
import type { Cell } from '#lib/scoring/cell'
import { rankUnits, type UnitRank } from '#lib/scoring/rank-units'

/** Best first, tied units share the better place; null where fewer than two units can be ranked. */
export function rankExact(cells: readonly Cell[]): UnitRank[] | null {
  const scored = cells.filter(({ value }) => value !== null)
  const isExact = scored.every(({ flags }) => flags.includes('exact'))
  const ranks = isExact
    ? scored.map(({ unit, value }) => {
        const rank = 1 + scored.filter((other) => other.value! > value!).length
        return { unit, rank, lower: rank, upper: rank }
      })
    : rankUnits(scored)
  return ranks.length > 1 ? ranks : null
}
