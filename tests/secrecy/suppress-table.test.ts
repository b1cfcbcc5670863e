// Suppression patterns survive the attacker and hide hardly more than the best possible pattern.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { auditSuppression } from '#lib/secrecy/audit-suppression'
import { costOf, suppressTable } from '#lib/secrecy/suppress-table'

const grid = (rows: number, columns: number) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  })

/** The cheapest safe pattern by trying all. */
function cheapestCost(table: number[][], rule: { threshold: number; width: number }): number {
  const { primary } = suppressTable(table, rule)
  const columns = table[0]!.length
  let cheapest = Infinity
  for (let choice = 0; choice < 2 ** table.flat().length; choice++) {
    const hidden = table.map((row, i) =>
      row.map((_count, j) => primary[i]![j]! || ((choice >> (i * columns + j)) & 1) === 1),
    )
    const cost = costOf(table, hidden)
    if (cost < cheapest && auditSuppression(table, hidden, rule).isSafe) cheapest = cost
  }
  return cheapest
}

describe('suppressTable', () => {
  test('no reader can narrow a small cell down, whatever the table', () => {
    const tables = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    fc.assert(
      fc.property(
        tables.chain(([rows, columns]) => grid(rows, columns)),
        fc.integer({ min: 2, max: 12 }),
        fc.boolean(),
        (table, threshold, isZeroSensitive) => {
          const rule = { threshold, isZeroSensitive }
          const { hidden, primary, status } = suppressTable(table, rule)
          const audit = auditSuppression(table, hidden, rule)
          expect(audit.isSafe).toBe(status === 'safe')
          expect(audit.primary).toEqual(primary)
        },
      ),
      { seed: 32, numRuns: 150 },
    )
  })

  test('costs at most a quarter more than the cheapest pattern of all', () => {
    fc.assert(
      fc.property(grid(2, 4), (table) => {
        const rule = { threshold: 5, width: 6 }
        const { cost, status } = suppressTable(table, rule)
        if (status === 'safe') expect(cost).toBeLessThanOrEqual((5 / 4) * cheapestCost(table, rule))
      }),
      { seed: 33, numRuns: 15 },
    )
  })

  test('a table without small cells is shown completely', () => {
    expect(
      suppressTable(
        [
          [12, 25],
          [18, 31],
        ],
        { threshold: 5 },
      ),
    ).toMatchObject({ cost: 0, status: 'safe' })
  })

  test('a table that is too small in all says so instead of pretending', () => {
    const result = suppressTable([[1, 1, 1]], { threshold: 5 })
    expect(result.status).toBe('impossible')
    expect(result.hidden).toEqual([[true, true, true]])
  })
})
