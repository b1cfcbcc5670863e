// What a clever reader can work out about the hidden cells of a published table: for each the smallest and the largest
// value that fits everything shown. The surprise: hiding the small cells alone almost never hides them, because the
// row and column totals give them away.
import { equalTo, type Solution, solve } from 'yalps'

/** Counts by rows and columns; all rows equally long. */
export type CountTable = readonly (readonly number[])[]
/** True where a cell is not shown; same shape as the table. */
export type HiddenCells = readonly (readonly boolean[])[]

/** A hidden cell (0-based) and the values a reader cannot exclude. */
export interface CellRange {
  row: number
  column: number
  low: number
  high: number
}

/**
 * Attacker's range of every hidden cell of an additive table with all its margins published.
 *
 * The reader knows each row total and each column total (of a table with one row or one column only the grand total),
 * every shown cell, and that counts are not negative.
 * Formula: two linear programmes for each hidden cell, its smallest and largest value under these equations; in one row
 * or column they have a plain answer.
 * Source: Fischetti and Salazar-González (2001) Management Science 47, section 2 (the attacker's problem).
 * @returns the ranges row by row
 * @throws RangeError when the shapes differ or a count is negative or not a number
 * @example
 * attackerRanges([[3, 25], [18, 31]], [[true, true], [true, true]])[0] // => { row: 0, column: 0, low: 0, high: 21 }
 */
export function attackerRanges(table: CountTable, hidden: HiddenCells): CellRange[] {
  return hiddenCells(table, hidden).map(({ row, column }) => attackerRange(table, hidden, row, column))
}

/** The range of one hidden cell, as `attackerRanges`. */
export function attackerRange(
  table: CountTable,
  hidden: HiddenCells,
  row: number,
  column: number,
): CellRange {
  const all = hiddenCells(table, hidden)
  if (table.length === 1 || table[0]!.length === 1) return { row, column, ...lineRange(table, all) }
  const cells = connectedCells(all, row, column)
  const target = `${row} ${column}`
  const known = new Map<string, number>()
  const variables = cells.map((cell): [string, [string, number][]] => {
    const name = `${cell.row} ${cell.column}`
    const equations = [`row ${cell.row}`, `column ${cell.column}`]
    for (const equation of equations) {
      known.set(equation, (known.get(equation) ?? 0) + table[cell.row]![cell.column]!)
    }
    const entries = equations.map((equation): [string, number] => [equation, 1])
    return [name, name === target ? [...entries, ['target', 1]] : entries]
  })
  const constraints = [...known].map(([equation, total]) => [equation, equalTo(total)] as const)
  const bound = (direction: 'minimize' | 'maximize') =>
    optimum(solve({ direction, objective: 'target', constraints, variables }))
  return { row, column, low: bound('minimize'), high: bound('maximize') }
}

/** In one row or column only the sum of the hidden cells is known: each may be all of it, or nothing if it has company. */
function lineRange(table: CountTable, cells: { row: number; column: number }[]) {
  const total = cells.reduce((sum, { row, column }) => sum + table[row]![column]!, 0)
  return { low: cells.length > 1 ? 0 : total, high: total }
}

function hiddenCells(table: CountTable, hidden: HiddenCells): { row: number; column: number }[] {
  return table.flatMap((counts, row) => {
    if (counts.length !== table[0]!.length || hidden[row]?.length !== counts.length) {
      throw new RangeError(`row ${row + 1} of the table and of the hidden cells must have the same length`)
    }
    return counts.flatMap((count, column) => {
      if (!(count >= 0)) throw new RangeError(`the cell in row ${row + 1}, column ${column + 1} is ${count}`)
      return hidden[row]![column] ? [{ row, column }] : []
    })
  })
}

/** Only cells that share a row or column, directly or through others, can tell anything about each other. */
function connectedCells<Cell extends { row: number; column: number }>(
  cells: Cell[],
  row: number,
  column: number,
): Cell[] {
  const rows = new Set([row])
  const columns = new Set([column])
  for (let size = 0; size !== rows.size + columns.size; ) {
    size = rows.size + columns.size
    for (const cell of cells) {
      if (!rows.has(cell.row) && !columns.has(cell.column)) continue
      rows.add(cell.row)
      columns.add(cell.column)
    }
  }
  return cells.filter((cell) => rows.has(cell.row))
}

function optimum(solution: Solution): number {
  if (solution.status !== 'optimal') throw new Error(`the attacker's programme is ${solution.status}`)
  // Counts are whole, so the ends of the range are whole: network equations have whole corners.
  const nearest = Math.round(solution.result)
  return Math.abs(solution.result - nearest) < 1e-6 ? nearest + 0 : solution.result
}
