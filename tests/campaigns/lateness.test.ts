import { expect, test } from 'vitest'
import { latenessOf } from '#lib/campaigns/lateness'

test('what was handed in is late by its own days, in any later year', () => {
  expect(latenessOf('2024-03-15', '2024-03-20', '2026-01-01')).toEqual({ daysLate: 5, isNever: false })
  expect(latenessOf('2024-12-06', '2025-01-06', '2026-01-01')).toEqual({ daysLate: 31, isNever: false })
})

test('what is missing is late by the days until today, to the end of the year; then it never came', () => {
  expect(latenessOf('2024-03-15', null, '2024-03-15')).toEqual({ daysLate: 0, isNever: false })
  expect(latenessOf('2024-03-15', null, '2024-12-31')).toEqual({ daysLate: 291, isNever: false })
  expect(latenessOf('2024-03-15', null, '2025-01-01')).toEqual({ daysLate: null, isNever: true })
})

test('without a day nothing is late, and nothing is called missing', () => {
  expect(latenessOf(null, null, '2026-01-01')).toEqual({ daysLate: null, isNever: false })
})
