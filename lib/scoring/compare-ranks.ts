// Places at both ends of a change. Only units with a number at both ends are ranked, among themselves: a place among nine
// and a place among four are not the same scale.
import type { Cell } from '#lib/scoring/cell'
import { rankUnits, type UnitRank } from '#lib/scoring/rank-units'

export type RankPair = { before: UnitRank; after: UnitRank }

/**
 * Unit -> its possible places before and after. `changes`: the cells of one criterion; `levels`: the figures at both ends.
 * Empty when fewer than two units can be compared, or no sampling error is known.
 */
export function compareRanks(
  changes: readonly Cell[],
  levels: readonly Cell[],
  periods: { before: string; after: string },
): Map<string, RankPair> {
  const units = new Set(changes.filter(({ value }) => value !== null).map(({ unit }) => unit))
  const criterion = changes[0]?.criterion
  const ranksOf = (period: string) => {
    const own = levels.filter(
      (cell) => cell.period === period && cell.criterion === criterion && units.has(cell.unit),
    )
    return new Map(rankUnits(own).map((rank) => [rank.unit, rank]))
  }
  const [before, after] = [ranksOf(periods.before), ranksOf(periods.after)]
  const pairs = new Map<string, RankPair>()
  for (const unit of units) {
    const [early, late] = [before.get(unit), after.get(unit)]
    if (early && late) pairs.set(unit, { before: early, after: late })
  }
  // a unit that could be placed at one end only would shift the others there
  return pairs.size > 1 && pairs.size === before.size && pairs.size === after.size ? pairs : new Map()
}
