// People who say they met a campaign, and people who do not, sorted by what is known about them (sex, age group,
// education). All comparisons of the two need only four sums per cell of that table, so they can be repeated for every
// jackknife replicate in no time.

import { type Column, toColumn } from '#lib/stats/column'
import type { Design } from '#lib/stats/design'
import { activeRows, type DomainInput } from '#lib/stats/domain'
import { codeLabels, isMissing, type Label, pairCodes } from '#lib/stats/label-codes'
import { StatisticsError } from '#lib/stats/statistics-error'

export type ExposureData = {
  /** Outcome of each row, 0/1 or a score. */
  outcome: Column
  /** 1 = says to have met the campaign, 0 = not. */
  isExposed: Column
  /** Categories of each row, one column per covariate. */
  covariates: readonly ArrayLike<Label | null | undefined>[]
}

export type ExposureCells = {
  /** Cell of every row, -1 for rows with a gap or outside the domain. */
  cellOfRow: Int32Array
  /** Level of each covariate in each cell: `levels[cell][covariate]`. */
  levels: number[][]
  /** Names of the levels of each covariate. */
  levelNames: string[][]
  outcome: Float64Array
  isExposed: Float64Array
  /** 1 for the rows that take part. */
  active: Uint8Array
}

/** Weighted sums of one cell. */
export type CellSums = {
  exposed: number
  unexposed: number
  exposedOutcome: number
  unexposedOutcome: number
}

/**
 * Sorts the rows with outcome, exposure and all covariates present into the cells of the covariates.
 *
 * @param design weights of the rows
 * @param data outcome, exposure, covariates
 * @param domain rows to use
 * @throws StatisticsError empty_domain when nobody is exposed, or everybody; value_outside_range when exposure is not 0/1
 * @example
 * const design = makeDesign({ weights: [1, 1, 1] })
 * const data = { outcome: [1, 0, 1], isExposed: [1, 0, 0], covariates: [['F', 'F', 'M']] }
 * [...sortByCovariates(design, data).cellOfRow] // => [0, 0, 1]
 */
export function sortByCovariates(design: Design, data: ExposureData, domain?: DomainInput): ExposureCells {
  const outcome = toColumn(data.outcome)
  const isExposed = toColumn(data.isExposed)
  const isComplete = (row: number) => data.covariates.every((column) => !isMissing(column[row]))
  const wanted = Uint8Array.from(outcome, (_, row) => ((!domain || domain[row]) && isComplete(row) ? 1 : 0))
  const active = activeRows(design, wanted, [outcome, isExposed])
  checkExposure(design, isExposed, active)
  const rows = new Int32Array(active.reduce((sum, one) => sum + one, 0))
  for (let row = 0, position = 0; row < active.length; row++) if (active[row]) rows[position++] = row
  const coded = data.covariates.map((column) =>
    codeLabels(
      Array.from(rows, (row) => column[row]),
      'covariate',
    ),
  )
  const cells = coded.reduce<ReturnType<typeof pairCodes>>(
    (outer, { codes }) => pairCodes(outer.codes, codes),
    {
      codes: new Int32Array(rows.length),
      count: 1,
    },
  )
  const cellOfRow = new Int32Array(design.size).fill(-1)
  const levels: number[][] = Array.from({ length: cells.count }, () => [])
  for (let position = 0; position < rows.length; position++) {
    const cell = cells.codes[position]!
    cellOfRow[rows[position]!] = cell
    if (levels[cell]!.length === 0) levels[cell] = coded.map(({ codes }) => codes[position]!)
  }
  return {
    cellOfRow,
    levels,
    levelNames: coded.map(({ labels }) => labels),
    outcome,
    isExposed,
    active,
  }
}

function checkExposure(design: Design, isExposed: Float64Array, active: Uint8Array): void {
  const held = [0, 0]
  for (let row = 0; row < active.length; row++) {
    if (!active[row]) continue
    if (isExposed[row] !== 0 && isExposed[row] !== 1) {
      throw new StatisticsError(
        'value_outside_range',
        `Row ${row + 1}: exposure must be 0 or 1, not ${isExposed[row]}.`,
      )
    }
    held[isExposed[row]!]! += design.weights[row]!
  }
  if (held[0]! > 0 && held[1]! > 0) return
  throw new StatisticsError(
    'empty_domain',
    `${held[0]! > 0 ? 'Nobody' : 'Everybody'} is exposed: there is nothing to compare.`,
  )
}

/**
 * Weighted sums per cell, for the weights of the sample or of a replicate.
 *
 * @param cells sorted rows
 * @param weights one per row
 * @example
 * const design = makeDesign({ weights: [1, 2, 1] })
 * const cells = sortByCovariates(design, { outcome: [1, 1, 0], isExposed: [1, 0, 0], covariates: [['F', 'F', 'F']] })
 * sumCells(cells, design.weights) // => [{ exposed: 1, unexposed: 3, exposedOutcome: 1, unexposedOutcome: 2 }]
 */
export function sumCells(cells: ExposureCells, weights: ArrayLike<number>): CellSums[] {
  const sums = cells.levels.map(
    (): CellSums => ({ exposed: 0, unexposed: 0, exposedOutcome: 0, unexposedOutcome: 0 }),
  )
  for (let row = 0; row < cells.cellOfRow.length; row++) {
    const cell = cells.cellOfRow[row]!
    if (cell < 0) continue
    const sum = sums[cell]!
    const weight = weights[row]!
    if (cells.isExposed[row] === 1) {
      sum.exposed += weight
      sum.exposedOutcome += weight * cells.outcome[row]!
    } else {
      sum.unexposed += weight
      sum.unexposedOutcome += weight * cells.outcome[row]!
    }
  }
  return sums
}
