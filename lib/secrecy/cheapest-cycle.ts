// Finds which further cells of a table to hide so that one small cell can no longer be worked out. Hidden cells protect
// each other in closed paths: what one may gain, the next in its row or column must be able to lose.
import type { CountTable } from '#lib/secrecy/attacker-ranges'

export interface CycleRequest {
  table: CountTable
  cell: { row: number; column: number }
  /** price of hiding each cell; 0 for cells that are hidden already, Infinity for cells that must stay */
  price(row: number, column: number): number
  /** the range wanted above and below the cell's value */
  up: number
  down: number
}

/**
 * The cheapest closed path through a cell along which it could be larger by `up` or smaller by `down`.
 *
 * Formula: shortest path (Dijkstra) from the cell's row to its column in the graph whose nodes are rows and columns and
 * whose edges are the other cells; an edge walked from row to column must hold at least `up` (it loses what the cell
 * gains), one walked from column to row at least `down`. In a table with one row (or column) only the grand total
 * is known, as if there were another row of hidden cells without limit.
 * Source: Kelly, Golden and Assad (1992) Networks 22 (cell suppression by network flows).
 * @returns the cells of the path without the cell itself, or null when there is none
 * @example
 * const table = [[3, 25, 40], [18, 31, 22]]
 * const price = (row, column) => table[row][column]
 * cheapestCycle({ table, cell: { row: 0, column: 0 }, price, up: 2, down: 3 }) // => [{ row: 0, column: 1 }, { row: 1, column: 1 }, { row: 1, column: 0 }]
 */
export function cheapestCycle(request: CycleRequest): { row: number; column: number }[] | null {
  const rows = request.table.length
  const columns = request.table[0]!.length
  const lastRow = rows === 1 ? 1 : rows - 1
  const lastColumn = columns === 1 ? 1 : columns - 1
  // Nodes: rows first, then columns; a lone row or column gets a partner without limits.
  const nodeCount = lastRow + lastColumn + 2
  const columnNode = (column: number) => lastRow + 1 + column
  const distance = new Array<number>(nodeCount).fill(Infinity)
  const previous = new Int32Array(nodeCount).fill(-1)
  const isDone = new Uint8Array(nodeCount)
  const goal = columnNode(request.cell.column)
  distance[request.cell.row] = 0
  for (let node = nearest(distance, isDone); node !== -1; node = nearest(distance, isDone)) {
    if (node === goal) return pathCells(previous, goal, lastRow, rows, columns)
    isDone[node] = 1
    const isRow = node <= lastRow
    const partners = isRow ? lastColumn : lastRow
    for (let partner = 0; partner <= partners; partner++) {
      const [row, column] = isRow ? [node, partner] : [partner, node - lastRow - 1]
      const target = isRow ? columnNode(partner) : partner
      const length = distance[node]! + edgePrice(request, row, column, isRow ? request.up : request.down)
      if (length < distance[target]!) {
        distance[target] = length
        previous[target] = node
      }
    }
  }
  return null
}

/** A little for every cell, so that of two equally cheap paths the shorter one wins. */
const STEP = 1e-6

function edgePrice({ table, cell, price }: CycleRequest, row: number, column: number, need: number): number {
  if (row === cell.row && column === cell.column) return Infinity
  if (row >= table.length || column >= table[0]!.length) return STEP
  return table[row]![column]! >= need ? price(row, column) + STEP : Infinity
}

function nearest(distance: number[], isDone: Uint8Array): number {
  let best = -1
  for (let node = 0; node < distance.length; node++) {
    if (!isDone[node] && distance[node]! < (best === -1 ? Infinity : distance[best]!)) best = node
  }
  return best
}

function pathCells(previous: Int32Array, goal: number, lastRow: number, rows: number, columns: number) {
  const cells: { row: number; column: number }[] = []
  for (let node = goal; previous[node] !== -1; node = previous[node]!) {
    const other = previous[node]!
    const [row, column] = node <= lastRow ? [node, other - lastRow - 1] : [other, node - lastRow - 1]
    if (row < rows && column < columns) cells.unshift({ row, column })
  }
  return cells
}
