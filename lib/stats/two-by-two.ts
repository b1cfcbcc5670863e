// The four cells of a campaign study: other and exposed communes, before and after. Every estimate of the effect starts
// from them, whatever its standard error.

import { type Column, toColumn } from '#lib/stats/column'
import type { Design } from '#lib/stats/design'
import { activeRows, type DomainInput } from '#lib/stats/domain'
import { StatisticsError } from '#lib/stats/statistics-error'

/** One value per row of the design. */
export type CampaignData = {
  /** Outcome; gaps leave the comparison. Proportions as 0/1. */
  values: Column
  /** 1 = row of a commune with the campaign, 0 = other commune. */
  isExposed: Column
  /** 1 = follow-up wave, 0 = baseline. */
  isAfter: Column
}

/** Sign of each cell in the difference in differences; a row's cell is 2 x exposed + after. */
export const CELL_SIGNS = [1, -1, -1, 1] as const

export type TwoByTwo = {
  values: Float64Array
  /** Cell 0..3 of every row; rows outside the comparison have -1. */
  cellOfRow: Int8Array
}

/**
 * Sorts rows into the four cells.
 *
 * @throws StatisticsError empty_domain when a cell has no row of positive weight, value_outside_range when exposed or after
 * is neither 0 nor 1
 * @example
 * const data = { values: [1, 2, 3, 4], isExposed: [0, 0, 1, 1], isAfter: [0, 1, 0, 1] }
 * [...sortIntoCells(makeDesign({ weights: [1, 1, 1, 1] }), data).cellOfRow] // => [0, 1, 2, 3]
 */
export function sortIntoCells(design: Design, data: CampaignData, domain?: DomainInput): TwoByTwo {
  const values = toColumn(data.values)
  const exposed = toColumn(data.isExposed)
  const after = toColumn(data.isAfter)
  const active = activeRows(design, domain, [values, exposed, after])
  const cellOfRow = new Int8Array(design.size).fill(-1)
  const isFilled = [false, false, false, false]
  for (let row = 0; row < design.size; row++) {
    if (!active[row]) continue
    const cell = 2 * exposed[row]! + after[row]!
    if (![0, 1].includes(exposed[row]!) || ![0, 1].includes(after[row]!)) {
      throw new StatisticsError('value_outside_range', `Row ${row + 1}: exposed and after must be 0 or 1.`)
    }
    cellOfRow[row] = cell
    if (design.weights[row]! > 0) isFilled[cell] = true
  }
  const empty = isFilled.indexOf(false)
  if (empty >= 0) {
    const which = `${empty < 2 ? 'other' : 'exposed'} communes ${empty % 2 ? 'after' : 'before'}`
    throw new StatisticsError('empty_domain', `There is no answer from the ${which} the campaign.`, {
      cell: empty,
    })
  }
  return { values, cellOfRow }
}
