// Which cells of a table are too small to be shown at all, before anyone thinks about totals.
import type { CountTable } from '#lib/secrecy/attacker-ranges'

export interface CellRule {
  /** fewer respondents than this are too few */
  threshold: number
  /** true: an empty cell is sensitive too ("nobody in this village is content") */
  isZeroSensitive?: boolean
}

/**
 * Primary suppression: cells with fewer unweighted respondents than the threshold.
 *
 * Formula: count < threshold, and count > 0 unless empty cells are sensitive.
 * Source: Hundepool et al. (2012) Statistical Disclosure Control, section 4.2 (minimum frequency rule).
 * @returns true where a cell must be hidden
 * @throws RangeError when the threshold is not greater than 0
 * @example
 * primaryCells([[3, 25], [0, 31]], { threshold: 5 }) // => [[true, false], [false, false]]
 */
export function primaryCells(table: CountTable, rule: CellRule): boolean[][] {
  if (!(rule.threshold > 0))
    throw new RangeError(`the threshold must be greater than 0, got ${rule.threshold}`)
  return table.map((counts) =>
    counts.map((count) => count < rule.threshold && (count > 0 || rule.isZeroSensitive === true)),
  )
}
