// Post-stratification: when the population is known cell by cell (commune x sex x age group), every cell gets its true
// size back in one step. Where only margins are known, use raking.

import { codeMargins, type PopulationMargin, weightedCounts } from '#lib/stats/population-margin'

/** Cells with fewer respondents than this should be joined with a neighbour before they are used. */
const SMALL_CELL = 30

export type PoststratifiedWeights = {
  weights: Float64Array
  /** What was done to each cell; `isSmall` marks fewer than 30 respondents. */
  cells: { category: string; respondents: number; factor: number; isSmall: boolean }[]
}

/**
 * Post-stratified weights.
 *
 * In words: weight times (population total of the cell / sum of the weights in the cell).
 *
 * Source: Holt and Smith (1979), J. Roy. Statist. Soc. A 142, 33-46; Lumley (2010), Complex Surveys, section 7.2.
 *
 * @param weights weights before, zero or more; zero means "not in the sample"
 * @param cells the population table of all cells, in persons
 * @returns the weights and the factor of each cell
 * @throws StatisticsError the margin errors of `codeMargins`, naming the cell
 * @example
 * const cells = { name: 'sex', categories: ['F', 'F', 'M'], totals: [{ category: 'F', total: 60 }, { category: 'M', total: 40 }] }
 * [...poststratify([1, 2, 1], cells).weights] // => [20, 40, 40]
 */
export function poststratify(weights: ArrayLike<number>, cells: PopulationMargin): PoststratifiedWeights {
  const [margin] = codeMargins(weights, [cells])
  const counts = weightedCounts(weights, margin!)
  const respondents = weightedCounts(
    Float64Array.from(weights, (weight) => (weight > 0 ? 1 : 0)),
    margin!,
  )
  const factors = counts.map((count, cell) => margin!.totals[cell]! / count)
  return {
    weights: Float64Array.from(weights, (weight, row) =>
      weight > 0 ? weight * factors[margin!.cell[row]!]! : 0,
    ),
    cells: cells.totals.map(({ category }, cell) => ({
      category,
      respondents: respondents[cell]!,
      factor: factors[cell]!,
      isSmall: respondents[cell]! < SMALL_CELL,
    })),
  }
}
