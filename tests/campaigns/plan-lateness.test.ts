import { expect, test } from 'vitest'
import { planLateness } from '#lib/campaigns/plan-lateness'

const submit = (at: string) => ({ kind: 'submit' as const, at: new Date(at) })

test('a plan handed in on the last day is in time, until midnight in Viet Nam', () => {
  const lateIn = (at: string) => planLateness([submit(at)], '2026-03-31', '2026-06-01').daysLate
  expect(lateIn('2026-03-31T23:59:00+07:00')).toBe(0)
  expect(lateIn('2026-04-01T00:01:00+07:00')).toBe(1)
})

test('a plan that was returned and handed in again counts from its first submission', () => {
  const events = [submit('2026-03-20T09:00:00+07:00'), submit('2026-04-20T09:00:00+07:00')]
  expect(planLateness(events, '2026-03-31', '2026-06-01')).toEqual({
    submittedOn: '2026-03-20',
    daysLate: 0,
    isNever: false,
  })
})

test('a missing plan is late by the days since', () => {
  expect(planLateness([], '2026-03-31', '2026-03-31')).toMatchObject({ submittedOn: null, daysLate: 0 })
  expect(planLateness([], '2026-03-31', '2026-04-10').daysLate).toBe(10)
})

test('a plan of an old year that never came is not late by hundreds of days', () => {
  expect(planLateness([], '2024-03-31', '2026-04-10')).toMatchObject({ daysLate: 0, isNever: true })
})

test('without a day nobody is late', () => {
  expect(planLateness([], null, '2026-12-31').daysLate).toBe(0)
})
