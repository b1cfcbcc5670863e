// Hides as little of a table as needed: the small cells, and enough others that nobody can subtract the small ones out of
// the totals. The surprise: there is no simple rule ("one more per row") that is both safe and sparing; patterns are tried
// from several directions, thinned out, and the cheapest one is audited.
import { attackerRange, type CountTable } from '#lib/secrecy/attacker-ranges'
import { isWideEnough, type ProtectionRule } from '#lib/secrecy/audit-suppression'
import { primaryCells } from '#lib/secrecy/primary-cells'
import { widenCell } from '#lib/secrecy/widen-cell'

interface Cell {
  row: number
  column: number
}

export interface Suppression {
  /** cells below the threshold */
  primary: boolean[][]
  /** all cells to hide: primary and complementary */
  hidden: boolean[][]
  /** respondents in hidden cells */
  cost: number
  /** `impossible`: even with every cell hidden the totals say too much; merge categories instead */
  status: 'safe' | 'impossible'
}

/**
 * Cell suppression in an additive table whose row and column totals are published.
 *
 * Formula: start with the primary cells; for each hide the cheapest closed paths of cells that give it a range of `width`
 * (`widenCell`); then show again, the largest first, every cell that is not needed. This is done with several orders and
 * prices, and the pattern that hides the fewest respondents wins. What is shown again and what is returned is audited
 * with `attackerRanges`.
 * Source: Kelly, Golden, Assad (1992) Networks 22; Fischetti and Salazar-González (2001) Management Science 47.
 * @param table unweighted counts of respondents
 * @throws RangeError when a count is negative or the threshold not positive
 * @example
 * suppressTable([[3, 25, 40, 12], [18, 31, 22, 9], [27, 30, 14, 20]], { threshold: 5 }).cost // => 42
 */
export function suppressTable(table: CountTable, rule: ProtectionRule): Suppression {
  const primary = primaryCells(table, rule)
  const width = rule.width ?? rule.threshold
  const cells = primary.flatMap((flags, row) =>
    flags.flatMap((isPrimary, column) => (isPrimary ? [{ row, column }] : [])),
  )
  const isProtectedBy =
    (hidden: boolean[][]) =>
    ({ row, column }: Cell) =>
      isWideEnough(attackerRange(table, hidden, row, column), width)
  if (cells.every(isProtectedBy(primary))) {
    return { primary, hidden: primary, cost: costOf(table, primary), status: 'safe' }
  }
  const patterns = strategies(table)
    .map((strategy) => searchPattern(table, primary, cells, width, strategy))
    .filter((pattern) => pattern !== null)
    .filter((pattern) => cells.every(isProtectedBy(pattern)))
    .sort((a, b) => costOf(table, a) - costOf(table, b))
  const hidden = patterns[0] ?? primary.map((flags) => flags.map(() => true))
  return { primary, hidden, cost: costOf(table, hidden), status: patterns[0] ? 'safe' : 'impossible' }
}

/** The number of respondents in hidden cells. */
export function costOf(table: CountTable, hidden: readonly (readonly boolean[])[]): number {
  const flags = hidden.flat()
  return table.flat().reduce((sum, count, place) => sum + (flags[place] ? count : 0), 0)
}

interface Strategy {
  price(count: number): number
  /** 1: small cells first, -1: large ones first */
  order: 1 | -1
  portion: number
}

function strategies(table: CountTable): Strategy[] {
  const prices = [(count: number) => count, (count: number) => Math.sqrt(count), () => 1]
  const all = [1, 0.5, 0].flatMap((portion) =>
    prices.flatMap((price) => ([1, -1] as const).map((order) => ({ price, order, portion }))),
  )
  return table.flat().length <= 100 ? all : all.filter(({ order }) => order === 1)
}

/** A safe pattern, or null when some cell cannot be protected. */
function searchPattern(
  table: CountTable,
  primary: boolean[][],
  cells: Cell[],
  width: number,
  strategy: Strategy,
): boolean[][] | null {
  const hidden = primary.map((flags) => [...flags])
  const count = ({ row, column }: Cell) => table[row]![column]!
  const sorted = [...cells].sort((a, b) => strategy.order * (count(a) - count(b)))
  for (const cell of sorted) {
    const added = widenCell({ table, hidden, cell, width, ...strategy })
    if (!added) return null
    for (const { row, column } of added) hidden[row]![column] = true
  }
  showAgain(table, hidden, primary, sorted, width)
  return hidden
}

/** Shows every complementary cell again that is not needed, the largest first. */
function showAgain(
  table: CountTable,
  hidden: boolean[][],
  primary: boolean[][],
  cells: Cell[],
  width: number,
): void {
  const extra = hidden
    .flatMap((flags, row) => flags.map((isHidden, column) => ({ row, column, isHidden })))
    .filter(({ row, column, isHidden }) => isHidden && !primary[row]![column])
    .sort((a, b) => table[b.row]![b.column]! - table[a.row]![a.column]!)
  // The cell that failed last is the likeliest to fail again: look at it first.
  const watched = [...cells]
  for (const { row, column } of extra) {
    hidden[row]![column] = false
    const failing = watched.findIndex(
      (cell) => !isWideEnough(attackerRange(table, hidden, cell.row, cell.column), width),
    )
    if (failing === -1) continue
    hidden[row]![column] = true
    watched.unshift(...watched.splice(failing, 1))
  }
}
