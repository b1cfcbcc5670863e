// Hides as little of a table as needed: the small cells, and enough others that nobody can subtract the small ones out of
// the totals. The surprise: there is no simple rule ("one more per row") that is both safe and sparing; patterns are tried
// from several directions, thinned out, and the cheapest one is audited.
import { attackerRange, type CountTable } from '#lib/secrecy/attacker-ranges'
import { isWideEnough, type ProtectionRule } from '#lib/secrecy/audit-suppression'
import { cheapestCycle } from '#lib/secrecy/cheapest-cycle'
import { primaryCells } from '#lib/secrecy/primary-cells'

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
 * Formula: start with the primary cells; while one can be narrowed down to less than `width`, hide the cheapest closed path
 * of cells that widens it; then show again, the largest first, every cell that is not needed. This is done with several
 * orders and prices, and the pattern that hides the fewest respondents wins. Each step is audited with `attackerRanges`.
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
  const everything = primary.map((flags) => flags.map(() => true))
  if (!cells.every(isProtectedBy(everything))) {
    return { primary, hidden: everything, cost: costOf(table, everything), status: 'impossible' }
  }
  const patterns = strategies(table).map((strategy) => searchPattern(table, primary, cells, width, strategy))
  const best = patterns.reduce((a, b) => (costOf(table, b) < costOf(table, a) ? b : a))
  return { primary, hidden: best, cost: costOf(table, best), status: 'safe' }
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
  /** true: only add what is still missing of the width */
  isStepwise: boolean
}

function strategies(table: CountTable): Strategy[] {
  const prices = [(count: number) => count, (count: number) => Math.sqrt(count), () => 1]
  const all = prices.flatMap((price) =>
    ([1, -1] as const).flatMap((order) => [true, false].map((isStepwise) => ({ price, order, isStepwise }))),
  )
  return table.flat().length <= 200 ? all : all.slice(0, 4)
}

function searchPattern(
  table: CountTable,
  primary: boolean[][],
  cells: Cell[],
  width: number,
  strategy: Strategy,
): boolean[][] {
  const hidden = primary.map((flags) => [...flags])
  const count = ({ row, column }: Cell) => table[row]![column]!
  const sorted = [...cells].sort((a, b) => strategy.order * (count(a) - count(b)))
  for (const cell of sorted) protect(table, hidden, cell, width, strategy)
  showAgain(table, hidden, primary, sorted, width)
  return hidden
}

/** Hides closed paths through one cell until its range is wide enough. */
function protect(
  table: CountTable,
  hidden: boolean[][],
  cell: Cell,
  width: number,
  strategy: Strategy,
): void {
  for (;;) {
    const { low, high } = attackerRange(table, hidden, cell.row, cell.column)
    if (isWideEnough({ low, high }, width)) return
    const path = findPath(table, hidden, cell, strategy.isStepwise ? width - (high - low) : width, strategy)
    const added = path ?? hidden.flatMap((flags, row) => flags.map((_, column) => ({ row, column })))
    for (const { row, column } of added) hidden[row]![column] = true
  }
}

/** The cheapest path that adds `wanted` to the range; where no single path can, one that adds half of it, and so on. */
function findPath(
  table: CountTable,
  hidden: boolean[][],
  cell: Cell,
  wanted: number,
  strategy: Strategy,
): Cell[] | null {
  const value = table[cell.row]![cell.column]!
  const price = (row: number, column: number) =>
    hidden[row]![column] ? 0 : strategy.price(table[row]![column]!)
  const total = (path: Cell[]) => path.reduce((sum, { row, column }) => sum + price(row, column), 0)
  const paths = [0, Math.floor(value / 2), value]
    .filter((down) => down <= wanted)
    .map((down) => cheapestCycle({ table, cell, price, up: wanted - down, down }))
    .filter((path) => path?.some(({ row, column }) => !hidden[row]![column]))
    .map((path) => path!)
    .sort((a, b) => total(a) - total(b))
  if (paths[0]) return paths[0]
  return wanted > 1 ? findPath(table, hidden, cell, Math.ceil(wanted / 2), strategy) : null
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
