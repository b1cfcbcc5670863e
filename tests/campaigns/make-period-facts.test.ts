// What a report says was done: only what ended in the period, only what may be added, and tasks against the plan.
import { expect, test } from 'vitest'
import { makePeriodFacts } from '#lib/campaigns/make-period-facts'
import { sumChannels } from '#lib/campaigns/period-facts'
import { activity, factsInput } from './period-input'

const loud = (id: string, broadcasts: number, given = {}) =>
  activity(id, { amounts: { broadcasts, minutes: 15 }, cost: 300_000, planItem: 'v1', ...given })

test('an activity counts in the period in which it ended, and a withdrawn one nowhere', () => {
  const facts = makePeriodFacts(
    factsInput({
      activities: [
        loud('a', 4),
        loud('b', 6, { startsOn: '2024-03-30', endsOn: '2024-04-01' }),
        loud('c', 9, { isWithdrawn: true }),
        loud('d', 2, { startsOn: '2023-12-20', endsOn: '2024-01-05' }),
      ],
    }),
  )
  expect(facts.activities.map(({ id }) => id)).toEqual(['d', 'a'])
  expect(facts.totals).toEqual({ activities: 2, cost: 600_000, withoutEvidence: 2 })
})

test('quantities are added by channel, factors are not, and the cost is divided by the output', () => {
  const { channels } = makePeriodFacts(
    factsInput({
      activities: [
        loud('a', 4),
        loud('b', 6),
        activity('c', { channel: 'leaflet', amounts: { copies: 100 }, cost: 0 }),
      ],
    }),
  )
  expect(
    channels.map(({ code, amounts, cost, costPerOutput }) => ({
      code,
      amounts: amounts.map((one) => [one.code, one.value]),
      cost,
      costPerOutput,
    })),
  ).toEqual([
    { code: 'loudspeaker', amounts: [['broadcasts', 10]], cost: 600_000, costPerOutput: 60_000 },
    { code: 'leaflet', amounts: [['copies', 100]], cost: 0, costPerOutput: null },
  ])
})

test('an activity with a link or a file has evidence', () => {
  const facts = makePeriodFacts(
    factsInput({
      activities: [loud('a', 1), loud('b', 1, { link: 'https://example.vn/tin' }), loud('c', 1)],
      withFiles: new Set(['c']),
    }),
  )
  expect(facts.totals.withoutEvidence).toBe(1)
})

test('tasks are compared with what was recorded under them since the start of the year', () => {
  const states = (activities: ReturnType<typeof activity>[]) =>
    makePeriodFacts(factsInput({ activities })).plan!.items.map(({ state }) => state)
  expect(states([])).toEqual(['not-begun', 'not-begun', 'later'])
  expect(
    states([loud('a', 8), activity('b', { channel: 'leaflet', planItem: 'v2', amounts: { copies: 500 } })]),
  ).toEqual(['begun', 'done', 'later'])
  expect(states([loud('a', 8), loud('b', 12)])[0]).toBe('done')
  expect(states([loud('a', 8), loud('b', 12, { startsOn: '2024-05-01', endsOn: '2024-05-01' })])[0]).toBe(
    'begun',
  )
})

test('channels of several reports are added from what was handed in, and the cost per unit is computed anew', () => {
  const of = (broadcasts: number, cost: number) =>
    makePeriodFacts(factsInput({ activities: [loud('a', broadcasts, { cost })] }))
  const [sum] = sumChannels([of(10, 100), of(30, 500)])
  expect(sum).toMatchObject({ activities: 2, cost: 600, costPerOutput: 15 })
  expect(sum!.amounts).toMatchObject([{ code: 'broadcasts', value: 40 }])
})
