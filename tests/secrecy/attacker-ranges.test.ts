// The attacker's ranges against a list of all tables that fit what is shown.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attackerRanges, type CountTable, type HiddenCells } from '#lib/secrecy/attacker-ranges'

/** All tables of whole counts with the same margins and shown cells, by trying every value of every hidden cell. */
function fittingTables(table: CountTable, hidden: HiddenCells): number[][][] {
  const rowTotals = table.map((row) => row.reduce((sum, count) => sum + count, 0))
  const columnTotal = (rows: CountTable, column: number) => rows.reduce((sum, row) => sum + row[column]!, 0)
  const fillRow = (row: number, column: number, left: number, start: number[]): number[][] => {
    if (column === table[row]!.length) return left === 0 ? [start] : []
    const shown = table[row]![column]!
    const values = hidden[row]![column] ? Array.from({ length: left + 1 }, (_, value) => value) : [shown]
    return values.flatMap((value) =>
      value <= left ? fillRow(row, column + 1, left - value, [...start, value]) : [],
    )
  }
  const rows = table.map((_row, row) => fillRow(row, 0, rowTotals[row]!, []))
  const combine = (row: number): number[][][] =>
    row === table.length
      ? [[]]
      : combine(row + 1).flatMap((rest) => rows[row]!.map((filled) => [filled, ...rest]))
  const isFitting = (candidate: number[][]) =>
    table.length === 1 ||
    table[0]!.every((_count, column) => columnTotal(candidate, column) === columnTotal(table, column))
  return combine(0).filter(isFitting)
}

describe('attackerRanges', () => {
  test('equals the smallest and largest value over all tables that fit', () => {
    const count = fc.integer({ min: 0, max: 6 })
    const cell = fc.tuple(count, fc.boolean())
    const grid = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 3 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
    fc.assert(
      fc.property(grid, (cells) => {
        const table = cells.map((row) => row.map(([value]) => value))
        const hidden = cells.map((row) => row.map(([, isHidden]) => isHidden))
        const fitting = fittingTables(table, hidden)
        for (const { row, column, low, high } of attackerRanges(table, hidden)) {
          const values = fitting.map((candidate) => candidate[row]![column]!)
          expect([low, high]).toEqual([Math.min(...values), Math.max(...values)])
        }
      }),
      { seed: 31, numRuns: 100 },
    )
  })

  test('a lone hidden cell is known exactly', () => {
    const hidden = [
      [true, false],
      [false, false],
    ]
    expect(
      attackerRanges(
        [
          [3, 25],
          [18, 31],
        ],
        hidden,
      ),
    ).toEqual([{ row: 0, column: 0, low: 3, high: 3 }])
  })

  test('tables of different shape and negative counts are refused', () => {
    expect(() => attackerRanges([[1, 2], [3]], [[false, false], [false]])).toThrow(/row 2/)
    expect(() => attackerRanges([[1, -2]], [[true, true]])).toThrow(/is -2/)
  })
})
