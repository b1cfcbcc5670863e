import { expect, it } from 'vitest'
import { rolloutCalendar } from '#lib/effects/rollout-calendar'

it('shows for every commune when the campaign begins and that the comparison has none', () => {
  const calendar = rolloutCalendar([
    { startsOn: '2026-12-05', units: ['a'] },
    { startsOn: '2027-02-05', units: ['b'] },
    { startsOn: null, units: ['c'] },
  ])
  expect(calendar.months).toEqual(['2026-12', '2027-01', '2027-02', '2027-03'])
  expect(calendar.rows).toEqual([
    { unitId: 'a', step: 1, startsOn: '2026-12-05', months: ['start', 'runs', 'runs', 'runs'] },
    { unitId: 'b', step: 2, startsOn: '2027-02-05', months: ['before', 'before', 'start', 'runs'] },
    { unitId: 'c', step: 3, startsOn: null, months: ['before', 'before', 'before', 'before'] },
  ])
})
