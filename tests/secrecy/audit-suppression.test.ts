// The audit of a pattern: which primary cells are exposed.
import { expect, test } from 'vitest'
import { auditSuppression } from '#lib/secrecy/audit-suppression'

const table = [
  [3, 25, 40],
  [18, 31, 22],
]
const pattern = (...flags: number[][]) => flags.map((row) => row.map((flag) => flag === 1))

test('a primary cell that is shown or computable is exposed', () => {
  const shown = auditSuppression(table, pattern([0, 0, 0], [0, 0, 0]), { threshold: 5 })
  expect(shown.exposed).toEqual([{ row: 0, column: 0 }])
  const alone = auditSuppression(table, pattern([1, 0, 0], [0, 0, 0]), { threshold: 5 })
  expect(alone.isSafe).toBe(false)
})

test('a closed path of four protects up to its smallest member', () => {
  const square = pattern([1, 1, 0], [1, 1, 0])
  expect(auditSuppression(table, square, { threshold: 5 }).isSafe).toBe(true)
  expect(auditSuppression(table, square, { threshold: 5, width: 21 }).isSafe).toBe(true)
  expect(auditSuppression(table, square, { threshold: 5, width: 22 }).isSafe).toBe(false)
})
