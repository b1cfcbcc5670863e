// Are the exposed and the others alike in sex, age and education? Before weighting usually not; after weighting they
// should be, or the comparison compares different people.

import type { CellSums, ExposureCells } from '#lib/stats/exposure-cells'
import { fitPropensity } from '#lib/stats/propensity'

export type BalanceLine = {
  covariate: number
  level: string
  /** Weighted shares of this level, 0..1. */
  exposed: number
  unexposed: number
  /** Difference in standard deviations; beyond 0.1 either way the groups are not alike. */
  standardisedDifference: number
  /** The same after weighting every person by the inverse of the chance of their group. */
  standardisedDifferenceAfter: number
  isBalancedAfter: boolean
}

const LIMIT = 0.1

/**
 * Balance table of an exposure comparison: standardised differences of every level of every covariate, with the survey
 * weights and after inverse probability weighting.
 *
 * In words: (share among exposed - share among others) / sqrt((p1 (1 - p1) + p0 (1 - p0)) / 2), with the shares before
 * weighting below the line both times.
 *
 * Source: Austin (2009), Statistics in Medicine 28, 3083-3107; limit 0.1: Ridgeway et al. (2015),
 * J. Causal Inference 3, 237-249.
 *
 * @param cells cells of the covariates
 * @param sums weighted sums per cell
 * @returns one line per level, covariate by covariate
 * @example
 * const cells = { levels: [[0], [1]], levelNames: [['F', 'M']] }
 * const sums = [{ exposed: 3, unexposed: 1 }, { exposed: 1, unexposed: 3 }]
 * const [women] = balanceTable(cells, sums)
 * women.exposed - women.unexposed // => 0.5
 * Math.abs(women.standardisedDifferenceAfter) < 1e-9 // => true
 */
export function balanceTable(
  cells: Pick<ExposureCells, 'levels' | 'levelNames'>,
  sums: readonly CellSums[],
): BalanceLine[] {
  const chances = fitPropensity(cells, sums)
  const before = {
    exposed: sums.map(({ exposed }) => exposed),
    unexposed: sums.map(({ unexposed }) => unexposed),
  }
  const after = {
    exposed: before.exposed.map((sum, cell) => (sum > 0 ? sum / chances[cell]! : 0)),
    unexposed: before.unexposed.map((sum, cell) => (sum > 0 ? sum / (1 - chances[cell]!) : 0)),
  }
  return cells.levelNames.flatMap((names, covariate) =>
    names.map((level, code): BalanceLine => {
      const isLevel = (cell: number) => cells.levels[cell]![covariate] === code
      const [exposed, unexposed] = [shareOf(before.exposed, isLevel), shareOf(before.unexposed, isLevel)]
      const spread = Math.sqrt((exposed * (1 - exposed) + unexposed * (1 - unexposed)) / 2)
      const standardise = (difference: number) => (spread > 0 ? difference / spread : 0)
      const left = standardise(shareOf(after.exposed, isLevel) - shareOf(after.unexposed, isLevel))
      return {
        covariate,
        level,
        exposed,
        unexposed,
        standardisedDifference: standardise(exposed - unexposed),
        standardisedDifferenceAfter: left,
        isBalancedAfter: Math.abs(left) <= LIMIT,
      }
    }),
  )
}

function shareOf(weights: readonly number[], isLevel: (cell: number) => boolean): number {
  let [part, whole] = [0, 0]
  for (const [cell, weight] of weights.entries()) {
    whole += weight
    if (isLevel(cell)) part += weight
  }
  return part / whole
}
