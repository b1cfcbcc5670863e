// Chooses cells to hide with one small cell so that a reader's range for it becomes wide enough, by moving counts along
// closed paths: what can be moved without changing a total is what the reader cannot know.
import type { CountTable } from '#lib/secrecy/attacker-ranges'
import { type CycleCell, cheapestCycle } from '#lib/secrecy/cheapest-cycle'

export interface WideningRequest {
  table: CountTable
  hidden: readonly (readonly boolean[])[]
  cell: { row: number; column: number }
  /** width of the range that is wanted */
  width: number
  /** price of hiding a cell with this count */
  price(count: number): number
  /** part of the missing width that one path should bring, 0..1; small parts find cheap combinations */
  portion: number
}

/**
 * The cells to hide with a cell so that its range is at least `width`: the cheaper of moving it down first or up first.
 *
 * Formula: successive cheapest paths (`cheapestCycle`), each moved as far as its losing cells allow, until the cell can
 * be `width` apart between its lowest and highest value.
 * Source: Kelly, Golden and Assad (1992) Networks 22; Ford and Fulkerson (1962) for moving along paths.
 * @returns the cells of the paths, the cell itself not among them; null when even the whole table is not enough
 * @example
 * const hidden = [[true, false, false, false]]
 * const cell = { row: 0, column: 0 }
 * const request = { table: [[3, 18, 44, 61]], hidden, cell, width: 5, price: (count) => count, portion: 1 }
 * widenCell(request).map(({ column }) => column) // => [1]
 */
export function widenCell(request: WideningRequest): { row: number; column: number }[] | null {
  const total = (path: CycleCell[]) =>
    path.reduce((sum, { row, column }) => sum + priceOf(request, row, column), 0)
  const ways = ([1, -1] as const)
    .map((first) => tryWay(request, first))
    .filter((path) => path !== null)
    .sort((a, b) => total(a) - total(b))
  return ways[0] ?? null
}

function priceOf({ table, hidden, price }: WideningRequest, row: number, column: number): number {
  return hidden[row]![column] ? 0 : price(table[row]![column]!)
}

/** Moves the cell as far as possible in one direction, at most half or all of the width, and the rest in the other. */
function tryWay(request: WideningRequest, first: 1 | -1): CycleCell[] | null {
  const chosen: CycleCell[] = []
  let missing = request.width
  for (const sign of [first, first === 1 ? -1 : 1] as const) {
    missing -= moveCell(request, sign, missing, chosen)
  }
  return missing > 1e-9 ? null : chosen
}

/** Moves counts until the cell has gained or lost `wanted`; adds the cells used and returns how far it came. */
function moveCell(request: WideningRequest, sign: 1 | -1, wanted: number, chosen: CycleCell[]): number {
  const { cell } = request
  const table = request.table.map((row) => [...row])
  const isChosen = new Set(chosen.map(({ row, column }) => `${row} ${column}`))
  const price = (row: number, column: number) =>
    isChosen.has(`${row} ${column}`) ? 0 : priceOf(request, row, column)
  const limit = sign === 1 ? wanted : Math.min(wanted, table[cell.row]![cell.column]!)
  let moved = 0
  let amount = Math.max(1, (limit - moved) * request.portion)
  while (limit - moved > 1e-9) {
    amount = Math.min(amount, limit - moved)
    const path = cheapestCycle({ table, cell, price, sign, amount })
    if (!path && amount <= 1) break
    if (!path) {
      amount = Math.max(1, amount / 2)
      continue
    }
    const losing = path.filter((one) => one.sign === -1).map(({ row, column }) => table[row]![column]!)
    const step = Math.min(limit - moved, ...losing)
    for (const one of path) {
      table[one.row]![one.column]! += one.sign * step
      isChosen.add(`${one.row} ${one.column}`)
      chosen.push(one)
    }
    table[cell.row]![cell.column]! += sign * step
    moved += step
  }
  return moved
}
