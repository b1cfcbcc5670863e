// Places of units by one criterion, each with the places that the data do not rule out. A bare place is never given:
// with nine communes and four hundred answers each most sets reach across the table.
import type { Cell } from '#lib/scoring/cell'
import { rankSetsByBootstrap } from '#lib/stats/rank-bootstrap-sets'
import { rankConfidenceSets } from '#lib/stats/rank-confidence-sets'

export type UnitRank = { unit: string; rank: number; lower: number; upper: number }

/** Pairs of more units than this are too many to test one by one: their sets come from simulation. */
const mostPairwise = 200
const simulation = { draws: 1000, seed: 20_250_701 }

/**
 * Ranks with simultaneous 95 % confidence sets of the cells that have an error, or that consist of entered figures or of
 * everybody's answers only and have none; others are not ranked.
 * Units are different strata of the sample, so their estimates are independent.
 * Source: Mogstad, Romano, Shaikh, Wilhelm (2024); see `rankConfidenceSets` and, for more than 200 units,
 * `rankSetsByBootstrap` with 1,000 draws.
 */
export function rankUnits(cells: readonly Cell[]): UnitRank[] {
  const ranked = cells.filter(
    (cell) => cell.status === 'ok' && (cell.standardError !== null || isExact(cell)),
  )
  // Sums of equal points may differ in their last binary digits: that ranks nobody.
  const estimates = ranked.map((cell) => Number(cell.value!.toFixed(9)))
  const variances = ranked.map((cell) => (cell.standardError ?? 0) ** 2)
  const sets =
    ranked.length > mostPairwise
      ? rankSetsByBootstrap({ estimates, variances }, { isSimultaneous: true, ...simulation })
      : rankConfidenceSets(
          {
            estimates,
            covariance: variances.map((variance, row) =>
              variances.map((_, column) => (row === column ? variance : 0)),
            ),
            degreesOfFreedom: ranked.map((cell) => cell.degreesOfFreedom ?? Number.POSITIVE_INFINITY),
          },
          { isSimultaneous: true },
        )
  return ranked.map(({ unit }, at) => ({ unit, ...sets[at]! }))
}

/** What others published is exact for the engine only: its publisher gave no error, but it has one. */
const isExact = ({ flags }: Cell) =>
  flags.includes('everyone') || (flags.includes('exact') && !flags.includes('published'))
