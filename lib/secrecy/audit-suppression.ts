// The examination that every published table must pass: can a reader narrow a hidden small cell down too far?
import {
  attackerRanges,
  type CellRange,
  type CountTable,
  type HiddenCells,
} from '#lib/secrecy/attacker-ranges'
import { type CellRule, primaryCells } from '#lib/secrecy/primary-cells'

export interface ProtectionRule extends CellRule {
  /** the range of every primary cell must be at least this wide; left out: the threshold */
  width?: number
}

export interface SuppressionAudit {
  /** cells that must be protected */
  primary: boolean[][]
  /** what a reader can find out about each hidden cell */
  ranges: CellRange[]
  /** primary cells that are shown, or hidden but narrowed down too far */
  exposed: { row: number; column: number }[]
  isSafe: boolean
}

/**
 * Audit of a suppression pattern: safe when every primary cell is hidden and keeps a range of at least the wanted width.
 *
 * Formula: see `attackerRanges`; width = high - low.
 * Source: Hundepool et al. (2012) Statistical Disclosure Control, section 4.3.
 * @throws RangeError as `attackerRanges` and `primaryCells`
 * @example
 * const table = [[3, 25, 40], [18, 31, 22]]
 * auditSuppression(table, [[true, false, false], [false, false, false]], { threshold: 5 }).isSafe // => false
 * auditSuppression(table, [[true, true, false], [true, true, false]], { threshold: 5 }).isSafe // => true
 */
export function auditSuppression(
  table: CountTable,
  hidden: HiddenCells,
  rule: ProtectionRule,
): SuppressionAudit {
  const primary = primaryCells(table, rule)
  const ranges = attackerRanges(table, hidden)
  const width = rule.width ?? rule.threshold
  const isProtected = new Set(
    ranges.filter((range) => isWideEnough(range, width)).map(({ row, column }) => `${row} ${column}`),
  )
  const exposed = primary.flatMap((cells, row) =>
    cells.flatMap((isPrimary, column) =>
      isPrimary && !isProtected.has(`${row} ${column}`) ? [{ row, column }] : [],
    ),
  )
  return { primary, ranges, exposed, isSafe: exposed.length === 0 }
}

/** True when a range leaves enough doubt; the last digits of the solver do not count. */
export function isWideEnough(range: { low: number; high: number }, width: number): boolean {
  return range.high - range.low >= width - 1e-9
}
