// Closed paths that widen the range of one cell.
import { describe, expect, test } from 'vitest'
import { cheapestCycle } from '#lib/secrecy/cheapest-cycle'

const table = [
  [3, 25, 40, 12],
  [18, 31, 22, 9],
  [27, 30, 14, 20],
]
const cell = { row: 0, column: 0 }
const price = (row: number, column: number) => table[row]![column]!

describe('cheapestCycle', () => {
  test('takes the cheapest rectangle whose losing cells hold enough', () => {
    expect(cheapestCycle({ table, cell, price, up: 5, down: 0 })).toEqual([
      { row: 0, column: 3 },
      { row: 1, column: 3 },
      { row: 1, column: 0 },
    ])
  })

  test('walks around cells that hold too little', () => {
    const path = cheapestCycle({ table, cell, price, up: 20, down: 0 })
    expect(path).not.toBeNull()
    for (const { row, column } of [path!.at(0)!, path!.at(-1)!]) {
      expect(table[row]![column]).toBeGreaterThanOrEqual(20)
    }
  })

  test('says when no path can move the cell that far', () => {
    expect(cheapestCycle({ table, cell, price, up: 100, down: 0 })).toBeNull()
  })

  test('needs one partner in a table with one row or one column', () => {
    const row = [[3, 18, 44]]
    const inRow = cheapestCycle({ table: row, cell, price: (_r, c) => row[0]![c]!, up: 5, down: 0 })
    expect(inRow).toEqual([{ row: 0, column: 1 }])
    const column = [[3], [18], [44]]
    const inColumn = cheapestCycle({ table: column, cell, price: (r) => column[r]![0]!, up: 5, down: 0 })
    expect(inColumn).toEqual([{ row: 1, column: 0 }])
  })
})
