import { expect, it } from 'vitest'
import { isWithin, monthDays, periodDays, yearDays } from '#lib/campaigns/period'

it('counts from the first day of the year when reports contain the earlier ones', () => {
  expect(periodDays(2024, 'q1', true)).toEqual({ from: '2024-01-01', to: '2024-03-31' })
  expect(periodDays(2024, 'h1', true)).toEqual({ from: '2024-01-01', to: '2024-06-30' })
  expect(yearDays(2024)).toEqual({ from: '2024-01-01', to: '2024-12-31' })
})

it('lets periods follow each other without a gap or a day in common when they stand alone', () => {
  expect(periodDays(2024, 'q1', false)).toEqual({ from: '2024-01-01', to: '2024-03-31' })
  expect(periodDays(2024, 'h1', false)).toEqual({ from: '2024-04-01', to: '2024-06-30' })
  expect(periodDays(2024, 'year', false)).toEqual({ from: '2024-07-01', to: '2024-12-31' })
})

it('knows how long a month is', () => {
  expect(monthDays(2024, 2)).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  expect(monthDays(2025, 12)).toEqual({ from: '2025-12-01', to: '2025-12-31' })
})

it('includes the first and the last day', () => {
  const march = monthDays(2024, 3)
  expect(['2024-02-29', '2024-03-01', '2024-03-31', '2024-04-01'].map((day) => isWithin(day, march))).toEqual(
    [false, true, true, false],
  )
})
