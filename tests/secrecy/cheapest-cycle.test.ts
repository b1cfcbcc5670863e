// Closed paths along which one cell can gain or lose.
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
    expect(cheapestCycle({ table, cell, price, sign: 1, amount: 5 })).toEqual([
      { row: 0, column: 3, sign: -1 },
      { row: 1, column: 3, sign: 1 },
      { row: 1, column: 0, sign: -1 },
    ])
  })

  test('a cell that loses needs others that gain, and only the one between them must hold the amount', () => {
    const path = cheapestCycle({ table, cell, price, sign: -1, amount: 10 })!
    expect(path.map(({ sign }) => sign)).toEqual([1, -1, 1])
    expect(table[path[1]!.row]![path[1]!.column]).toBeGreaterThanOrEqual(10)
  })

  test('totals stay the same when a path is moved', () => {
    const path = cheapestCycle({ table, cell, price, sign: 1, amount: 20 })!
    const change = (of: 'row' | 'column', place: number) =>
      [...path, { ...cell, sign: 1 }]
        .filter((one) => one[of] === place)
        .reduce((sum, { sign }) => sum + sign, 0)
    expect([0, 1, 2].map((row) => change('row', row))).toEqual([0, 0, 0])
    expect([0, 1, 2, 3].map((column) => change('column', column))).toEqual([0, 0, 0, 0])
  })

  test('says when no path can move the cell that far', () => {
    expect(cheapestCycle({ table, cell, price, sign: 1, amount: 100 })).toBeNull()
  })

  test('needs one partner in a table with one row or one column', () => {
    const row = [[3, 18, 44]]
    const inRow = cheapestCycle({ table: row, cell, price: (_r, c) => row[0]![c]!, sign: 1, amount: 5 })
    expect(inRow).toEqual([{ row: 0, column: 1, sign: -1 }])
    const column = [[3], [18], [44]]
    const inColumn = cheapestCycle({
      table: column,
      cell,
      price: (r) => column[r]![0]!,
      sign: 1,
      amount: 5,
    })
    expect(inColumn).toEqual([{ row: 1, column: 0, sign: -1 }])
  })
})
