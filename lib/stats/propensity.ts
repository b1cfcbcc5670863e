// The chance to be exposed, given sex, age group and the like, by weighted logistic regression. The covariates are
// categories, so the fit works on the cells of their table and not on people.

import type { CellSums, ExposureCells } from '#lib/stats/exposure-cells'
import { symmetricPseudoInverse } from '#lib/stats/symmetric-pseudo-inverse'

const STEP_LIMIT = 100
const TOLERANCE = 1e-14

/**
 * Propensity of exposure in each cell (main effects of the covariates).
 *
 * In words: logit of the chance = a constant plus one number per category; fitted by iteratively reweighted least squares
 * with the survey weights until the deviance stands still.
 *
 * Source: McCullagh and Nelder (1989), Generalized Linear Models, section 4.4; Lunceford and Davidian (2004), Statistics in
 * Medicine 23, 2937-2960.
 *
 * @param cells cells of the covariates
 * @param sums weighted sums per cell
 * @returns a chance 0..1 per cell
 * @example
 * const cells = { levels: [[0], [1]], levelNames: [['F', 'M']] }
 * const sums = [{ exposed: 1, unexposed: 3 }, { exposed: 6, unexposed: 2 }]
 * fitPropensity(cells, sums) // => [0.25, 0.75]
 */
export function fitPropensity(
  cells: Pick<ExposureCells, 'levels' | 'levelNames'>,
  sums: readonly CellSums[],
): number[] {
  const rows = cells.levels.map((levels) => dummies(levels, cells.levelNames))
  const totals = sums.map(({ exposed, unexposed }) => exposed + unexposed)
  const shares = sums.map(({ exposed }, cell) => (totals[cell]! > 0 ? exposed / totals[cell]! : 0))
  // Start where R's glm does, half way between the observed share and one half.
  let predictor = shares.map((share) => logit((share + 0.5) / 2))
  let deviance = Number.POSITIVE_INFINITY
  for (let step = 0; step < STEP_LIMIT; step++) {
    predictor = improve(rows, totals, shares, predictor)
    const next = measureDeviance(totals, shares, predictor)
    if (Math.abs(next - deviance) / (Math.abs(next) + 0.1) < TOLERANCE) break
    deviance = next
  }
  return predictor.map(expit)
}

function dummies(levels: readonly number[], names: readonly string[][]): number[] {
  const row = [1]
  for (const [covariate, { length }] of names.entries()) {
    for (let level = 1; level < length; level++) row.push(levels[covariate] === level ? 1 : 0)
  }
  return row
}

/** One step of iteratively reweighted least squares: regress the working response on the dummies. */
function improve(
  rows: readonly number[][],
  totals: readonly number[],
  shares: readonly number[],
  predictor: readonly number[],
): number[] {
  const size = rows[0]!.length
  const products = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  const right = new Array<number>(size).fill(0)
  for (const [cell, row] of rows.entries()) {
    const chance = expit(predictor[cell]!)
    const weight = totals[cell]! * chance * (1 - chance)
    if (!(weight > 0)) continue
    const response = predictor[cell]! + (shares[cell]! - chance) / (chance * (1 - chance))
    for (let i = 0; i < size; i++) {
      if (row[i] === 0) continue
      right[i]! += weight * response
      for (let j = 0; j < size; j++) products[i]![j]! += weight * row[j]!
    }
  }
  const coefficients = symmetricPseudoInverse(products).map((row) =>
    row.reduce((sum, value, index) => sum + value * right[index]!, 0),
  )
  return rows.map((row) => row.reduce((sum, value, index) => sum + value * coefficients[index]!, 0))
}

function measureDeviance(
  totals: readonly number[],
  shares: readonly number[],
  predictor: readonly number[],
): number {
  return totals.reduce((sum, total, cell) => {
    const u = predictor[cell]!
    // log(1 + exp(u)) without overflow
    const softplus = Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u)))
    return sum + 2 * total * (softplus - shares[cell]! * u)
  }, 0)
}

const logit = (share: number) => Math.log(share / (1 - share))
const expit = (u: number) => 1 / (1 + Math.exp(-u))
