import { expect, it } from 'vitest'
import { countsByMonth, monthCalendar } from '#lib/campaigns/calendar'
import { makeActivity } from '../support/make-activity'

const lasting = (startsOn: string, endsOn: string) => makeActivity({ startsOn, endsOn })

it('has whole weeks from Monday to Sunday around the month', () => {
  const { weeks } = monthCalendar(2024, 2, [])
  expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7])
  expect([weeks[0]![0]!.day, weeks.at(-1)!.at(-1)!.day]).toEqual(['2024-01-29', '2024-03-03'])
  expect(weeks.flat().filter(({ isOfMonth }) => isOfMonth)).toHaveLength(29)
  expect(monthCalendar(2021, 2, []).weeks, 'a month of exactly four weeks').toHaveLength(4)
})

it('shows short activities on each of their days and long ones once above', () => {
  const { weeks, long } = monthCalendar(2024, 2, [
    lasting('2024-02-05', '2024-02-07'),
    lasting('2024-01-20', '2024-02-02'),
    lasting('2024-03-01', '2024-03-01'),
  ])
  const busy = weeks.flat().filter(({ activities }) => activities.length > 0)
  expect(busy.map(({ day }) => day)).toEqual(['2024-02-05', '2024-02-06', '2024-02-07'])
  expect(long.map(({ endsOn }) => endsOn)).toEqual(['2024-02-02'])
})

it('counts an activity in every month that it touched', () => {
  const counts = countsByMonth(2024, [
    lasting('2024-01-20', '2024-03-02'),
    lasting('2023-12-30', '2024-01-01'),
  ])
  expect(counts.get('22870-1')).toEqual([2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0])
})
