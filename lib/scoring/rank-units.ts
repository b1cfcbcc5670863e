// Places of units by one criterion, each with the places that the data do not rule out. A bare place is never given:
// with nine communes and four hundred answers each most sets reach across the table.
import type { Cell } from '#lib/scoring/cell'
import { rankConfidenceSets } from '#lib/stats/rank-confidence-sets'

export type UnitRank = { unit: string; rank: number; lower: number; upper: number }

/**
 * Ranks with simultaneous 95 % confidence sets of the cells that have an error, or that consist of entered figures only
 * and have none; others are not ranked.
 * Units are different strata of the sample, so their estimates are independent.
 * Source: Mogstad, Romano, Shaikh, Wilhelm (2024); see `rankConfidenceSets`.
 */
export function rankUnits(cells: readonly Cell[]): UnitRank[] {
  const ranked = cells.filter(
    (cell) => cell.status === 'ok' && (cell.standardError !== null || isExact(cell)),
  )
  const sets = rankConfidenceSets(
    {
      // Sums of equal points may differ in their last binary digits: that ranks nobody.
      estimates: ranked.map((cell) => Number(cell.value!.toFixed(9))),
      covariance: ranked.map((cell, row) =>
        ranked.map((_, column) => (row === column ? (cell.standardError ?? 0) ** 2 : 0)),
      ),
      degreesOfFreedom: ranked.map((cell) => cell.degreesOfFreedom ?? Number.POSITIVE_INFINITY),
    },
    { isSimultaneous: true },
  )
  return ranked.map(({ unit }, at) => ({ unit, ...sets[at]! }))
}

/** What others published is exact for the engine only: its publisher gave no error, but it has one. */
const isExact = ({ flags }: Cell) => flags.includes('exact') && !flags.includes('published')
