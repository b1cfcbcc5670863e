// Which cells are too small to be shown.
import { expect, test } from 'vitest'
import { primaryCells } from '#lib/secrecy/primary-cells'

test('cells below the threshold are hidden, empty ones only when they are sensitive', () => {
  const table = [[0, 4, 5]]
  expect(primaryCells(table, { threshold: 5 })).toEqual([[false, true, false]])
  expect(primaryCells(table, { threshold: 5, isZeroSensitive: true })).toEqual([[true, true, false]])
})

test('a threshold of zero is refused', () => {
  expect(() => primaryCells([[1]], { threshold: 0 })).toThrow(/greater than 0/)
})
