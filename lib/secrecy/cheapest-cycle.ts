// Finds which further cells of a table to hide so that one small cell can no longer be worked out. Hidden cells protect
// each other in closed paths: what one gains, the next in its row or column must be able to lose.
import type { CountTable } from '#lib/secrecy/attacker-ranges'

/** A cell of a closed path: +1 where it gains, -1 where it loses. */
export interface CycleCell {
  row: number
  column: number
  sign: 1 | -1
}

export interface CycleRequest {
  /** counts as a reader may imagine them so far */
  table: CountTable
  cell: { row: number; column: number }
  /** price of hiding each cell; 0 for cells that are hidden already */
  price(row: number, column: number): number
  /** whether the cell itself shall gain or lose */
  sign: 1 | -1
  /** how much a losing cell must hold at least */
  amount: number
}

/**
 * The cheapest closed path through a cell along which it can gain or lose an amount.
 *
 * Formula: shortest path (Dijkstra) from the cell's row to its column in the graph whose nodes are rows and columns and
 * whose edges are the other cells; cells gain and lose in turn, and the losing ones must hold the amount. In a table
 * with one row (or column) only the grand total is known, as if there were another row of hidden cells without limit.
 * Source: Kelly, Golden and Assad (1992) Networks 22 (cell suppression by network flows).
 * @returns the cells of the path without the cell itself, or null when there is none
 * @example
 * const table = [[3, 25, 40], [18, 31, 22]]
 * const price = (row, column) => table[row][column]
 * const path = cheapestCycle({ table, cell: { row: 0, column: 0 }, price, sign: 1, amount: 2 })
 * path.map(({ row, column, sign }) => [row, column, sign]) // => [[0, 1, -1], [1, 1, 1], [1, 0, -1]]
 */
export function cheapestCycle(request: CycleRequest): CycleCell[] | null {
  const rows = request.table.length
  const columns = request.table[0]!.length
  const lastRow = rows === 1 ? 1 : rows - 1
  const lastColumn = columns === 1 ? 1 : columns - 1
  // Nodes: rows first, then columns; a lone row or column gets a partner without limits.
  const nodeCount = lastRow + lastColumn + 2
  const distance = new Array<number>(nodeCount).fill(Infinity)
  const previous = new Int32Array(nodeCount).fill(-1)
  const isDone = new Uint8Array(nodeCount)
  const goal = lastRow + 1 + request.cell.column
  distance[request.cell.row] = 0
  for (let node = nearest(distance, isDone); node !== -1; node = nearest(distance, isDone)) {
    if (node === goal) break
    isDone[node] = 1
    const isRow = node <= lastRow
    // From a row to a column the cells move against the cell itself, on the way back with it.
    const isLosing = isRow === (request.sign === 1)
    for (let partner = 0; partner <= (isRow ? lastColumn : lastRow); partner++) {
      const [row, column] = isRow ? [node, partner] : [partner, node - lastRow - 1]
      const target = isRow ? lastRow + 1 + partner : partner
      const length = distance[node]! + edgePrice(request, row, column, isLosing)
      if (length < distance[target]!) {
        distance[target] = length
        previous[target] = node
      }
    }
  }
  if (distance[goal] === Infinity) return null
  const path: CycleCell[] = []
  for (let node = goal; previous[node] !== -1; node = previous[node]!) {
    const from = previous[node]!
    const [row, column] = from <= lastRow ? [from, node - lastRow - 1] : [node, from - lastRow - 1]
    const sign = from <= lastRow ? -request.sign : request.sign
    if (row < rows && column < columns) path.unshift({ row, column, sign: sign as 1 | -1 })
  }
  return path
}

/** A little for every cell, so that of two equally cheap paths the shorter one wins. */
const STEP = 1e-6

function edgePrice(request: CycleRequest, row: number, column: number, isLosing: boolean): number {
  const { table, cell, price, amount } = request
  if (row === cell.row && column === cell.column) return Infinity
  if (row >= table.length || column >= table[0]!.length) return STEP
  return isLosing && table[row]![column]! < amount ? Infinity : price(row, column) + STEP
}

function nearest(distance: number[], isDone: Uint8Array): number {
  let best = -1
  for (let node = 0; node < distance.length; node++) {
    if (!isDone[node] && distance[node]! < (best === -1 ? Infinity : distance[best]!)) best = node
  }
  return best
}
