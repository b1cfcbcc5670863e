import fc from 'fast-check'
import { expect, it } from 'vitest'
import { totalActivities } from '#lib/campaigns/activity-totals'
import { makeActivity } from '../support/make-activity'
import { reformChannels } from '../support/reform-channels'

const { channels } = reformChannels
const leaflets = { channel: 'leaflet', amounts: { copies: 500 }, cost: 1_500_000 }

it('adds outputs, multiplies factors and divides the cost for each channel', () => {
  const rows = totalActivities(
    [
      makeActivity(),
      makeActivity({ amounts: { broadcasts: 20, minutes: 5, clusters: 2 }, cost: 200_000 }),
      makeActivity(leaflets),
    ],
    channels,
    ['channel'],
  )
  expect(rows).toEqual([
    {
      place: { channel: 'leaflet' },
      activities: 1,
      cost: 1_500_000,
      amounts: { copies: 500 },
      output: { measure: 'copies', amount: 500, costPerUnit: 3000 },
      volume: null,
    },
    {
      place: { channel: 'loudspeaker' },
      activities: 2,
      cost: 1_200_000,
      amounts: { broadcasts: 30 },
      output: { measure: 'broadcasts', amount: 30, costPerUnit: 40_000 },
      volume: { amount: 10 * 15 * 3 + 20 * 5 * 2, activities: 2, costPerUnit: 1_200_000 / 650 },
    },
  ])
})

it('counts an activity of two areas in the row of each, and once in the total', () => {
  const both = [makeActivity({ areas: ['procedures', 'digital'] })]
  const byArea = totalActivities(both, channels, ['area'])
  expect(byArea.map(({ place, cost }) => [place.area, cost])).toEqual([
    ['digital', 1_000_000],
    ['procedures', 1_000_000],
  ])
  expect(totalActivities(both, channels, [])).toMatchObject([{ activities: 1, cost: 1_000_000 }])
})

it('adds no pieces to people: a row of several channels has a cost but no output', () => {
  const [row] = totalActivities([makeActivity(), makeActivity(leaflets)], channels, ['unit'])
  expect(row).toMatchObject({ activities: 2, cost: 2_500_000, amounts: {}, output: null, volume: null })
})

it('gives no cost for a unit of output that does not exist', () => {
  const nothing = [makeActivity({ channel: 'social', amounts: { reach: 90 } })]
  expect(totalActivities(nothing, channels, ['channel'])[0]).toMatchObject({
    amounts: { reach: 90 },
    output: { measure: 'posts', amount: 0, costPerUnit: null },
  })
})

it('leaves broadcasts of unknown length out of the minutes and their cost, and says how many it knows', () => {
  const unknown = makeActivity({ amounts: { broadcasts: 50 }, cost: 9_000_000 })
  const [row] = totalActivities([makeActivity(), unknown], channels, ['channel'])
  expect(row!.volume).toEqual({ amount: 450, activities: 1, costPerUnit: 1_000_000 / 450 })
})

it('places an activity in the month and quarter in which it ended', () => {
  const across = makeActivity({ startsOn: '2024-03-20', endsOn: '2024-04-02' })
  expect(totalActivities([across], channels, ['quarter', 'month'])[0]!.place).toEqual({
    quarter: '2024-Q2',
    month: '2024-04',
  })
})

it('does not count what was withdrawn', () => {
  expect(totalActivities([makeActivity({ isWithdrawn: true })], channels, [])).toEqual([])
})

it('keeps activities and cost whole however they are divided by unit, channel and month', () => {
  const activity = fc.record({
    unitId: fc.constantFrom('22870-1', '22873-1'),
    channel: fc.constantFrom('loudspeaker', 'leaflet', 'no-longer-known'),
    endsOn: fc.constantFrom('2024-01-31', '2024-02-15', '2024-12-31'),
    cost: fc.integer({ min: 0, max: 1e9 }),
  })
  fc.assert(
    fc.property(fc.array(activity, { maxLength: 20 }), (all) => {
      const rows = totalActivities(all.map(makeActivity), channels, ['unit', 'channel', 'month'])
      expect(rows.reduce((sum, { cost }) => sum + cost, 0)).toBe(all.reduce((sum, { cost }) => sum + cost, 0))
      expect(rows.reduce((sum, { activities }) => sum + activities, 0)).toBe(all.length)
    }),
  )
})
