// Cells hidden with a small one give it the range that was asked for.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attackerRange } from '#lib/secrecy/attacker-ranges'
import { widenCell } from '#lib/secrecy/widen-cell'

const price = (count: number) => count
const cell = { row: 0, column: 0 }

describe('widenCell', () => {
  test('the range is as wide as wanted, whatever the table, or the whole table is not enough', () => {
    const row = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 25 }),
        fc.constantFrom(0, 0.5, 1),
        (table, width, portion) => {
          const hidden = table.map((counts, r) => counts.map((_count, c) => r === 0 && c === 0))
          const added = widenCell({ table, hidden, cell, width, price, portion })
          for (const { row: r, column: c } of added ?? []) hidden[r]![c] = true
          const pattern = added ? hidden : table.map((counts) => counts.map(() => true))
          const { low, high } = attackerRange(table, pattern, 0, 0)
          expect(high - low >= width).toBe(added !== null)
        },
      ),
      { seed: 36, numRuns: 200 },
    )
  })

  test('small steps find two cheap cells where one path would need a dear one', () => {
    const request = { table: [[1, 3, 3, 19]], hidden: [[true, false, false, false]], cell, width: 6, price }
    const columns = (portion: number) => widenCell({ ...request, portion })!.map(({ column }) => column)
    expect(new Set(columns(1))).toEqual(new Set([3]))
    expect(new Set(columns(0))).toEqual(new Set([1, 2]))
  })
})
