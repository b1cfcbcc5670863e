// Three readings of "exposed against not exposed". None of them is an effect: people who are satisfied remember campaigns
// better. The standardised one is the default: it compares people of the same sex, age and education.

import type { CellSums, ExposureCells } from '#lib/stats/exposure-cells'
import { fitPropensity } from '#lib/stats/propensity'

export type ExposureReading = 'crude' | 'standardised' | 'inverse-probability'

export type ExposureShares = {
  /** Mean outcome of the exposed and of the others. */
  exposed: number
  unexposed: number
  /** Share of the weight in cells where one of the groups is missing; 0 except for `standardised`. */
  outsideSupport: number
  /** Share of the weight in cells with a chance of exposure outside 0.05..0.95; 0 except for `inverse-probability`. */
  extremePropensity: number
}

export type ExposureReadingOptions = {
  reading: ExposureReading
  /** Chances of exposure are cut at these; left out: not cut. */
  propensityBounds?: readonly [number, number]
}

/**
 * Mean outcome of exposed and not exposed people.
 *
 * In words: `crude` - weighted means. `standardised` - mean of each cell, averaged with the weight of the cell among all
 * cells that hold both groups. `inverse-probability` - every exposed person weighs 1 / chance of exposure, every other
 * 1 / (1 - chance), times the survey weight (Hajek means).
 *
 * Source: standardisation: Hernan and Robins (2020), Causal Inference: What If, section 2.3; inverse probability: Lunceford
 * and Davidian (2004), Statistics in Medicine 23, 2937-2960, estimator IPW2; with survey weights: DuGoff, Schuler and
 * Stuart (2014), Health Services Research 49, 284-303.
 *
 * @param cells cells of the covariates
 * @param sums weighted sums per cell, see `sumCells`
 * @param options which reading
 * @returns NaN where no cell holds both groups
 * @example
 * const cells = { levels: [[0], [1]], levelNames: [['F', 'M']] }
 * const sums = [
 *   { exposed: 1, unexposed: 3, exposedOutcome: 1, unexposedOutcome: 0 },
 *   { exposed: 3, unexposed: 1, exposedOutcome: 0, unexposedOutcome: 0 },
 * ]
 * exposureShares(cells, sums, { reading: 'crude' }).exposed // => 0.25
 * exposureShares(cells, sums, { reading: 'standardised' }).exposed // => 0.5
 */
export function exposureShares(
  cells: Pick<ExposureCells, 'levels' | 'levelNames'>,
  sums: readonly CellSums[],
  options: ExposureReadingOptions,
): ExposureShares {
  if (options.reading === 'standardised') return standardise(sums)
  const chances =
    options.reading === 'crude' ? null : cutChances(fitPropensity(cells, sums), options.propensityBounds)
  const means = { a: 0, ya: 0, b: 0, yb: 0 }
  for (const [cell, sum] of sums.entries()) {
    const chance = chances ? chances[cell]! : 0.5
    if (sum.exposed > 0) {
      means.a += sum.exposed / chance
      means.ya += sum.exposedOutcome / chance
    }
    if (sum.unexposed > 0) {
      means.b += sum.unexposed / (1 - chance)
      means.yb += sum.unexposedOutcome / (1 - chance)
    }
  }
  return {
    exposed: means.ya / means.a,
    unexposed: means.yb / means.b,
    outsideSupport: 0,
    extremePropensity: chances
      ? shareOfWeight(sums, (cell) => chances[cell]! <= 0.05 || chances[cell]! >= 0.95)
      : 0,
  }
}

function standardise(sums: readonly CellSums[]): ExposureShares {
  let [weight, exposed, unexposed] = [0, 0, 0]
  for (const sum of sums) {
    if (!(sum.exposed > 0 && sum.unexposed > 0)) continue
    const all = sum.exposed + sum.unexposed
    weight += all
    exposed += (all * sum.exposedOutcome) / sum.exposed
    unexposed += (all * sum.unexposedOutcome) / sum.unexposed
  }
  return {
    exposed: exposed / weight,
    unexposed: unexposed / weight,
    outsideSupport: shareOfWeight(sums, (cell) => !(sums[cell]!.exposed > 0 && sums[cell]!.unexposed > 0)),
    extremePropensity: 0,
  }
}

function cutChances(chances: readonly number[], bounds: readonly [number, number] | undefined): number[] {
  if (!bounds) return [...chances]
  return chances.map((chance) => Math.min(bounds[1], Math.max(bounds[0], chance)))
}

function shareOfWeight(sums: readonly CellSums[], holds: (cell: number) => boolean): number {
  let [part, whole] = [0, 0]
  for (const [cell, { exposed, unexposed }] of sums.entries()) {
    whole += exposed + unexposed
    if (holds(cell)) part += exposed + unexposed
  }
  return part / whole
}
