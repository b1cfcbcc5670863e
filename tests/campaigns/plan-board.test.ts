import { describe, expect, test } from 'vitest'
import { byChannel, byMonth, shownItems, sumRows } from '#lib/campaigns/plan-board'
import { emptyPlan } from '#lib/campaigns/plan-body'
import { newItem } from '#lib/campaigns/plan-items'

const item = (parts: object) => ({ ...newItem([]), ...parts })
const plans = [
  {
    unitId: 'xa-1',
    items: [
      item({ channel: 'leaflet', from: '2026-03', to: '2026-03', cost: 2_000_000 }),
      item({ channel: 'loudspeaker', from: '2026-03', to: '2026-04', cost: 1_000_000 }),
      item({ channel: 'loudspeaker' }),
    ],
  },
  { unitId: 'xa-2', items: [item({ channel: 'leaflet', from: '2026-04', to: '2026-04', cost: 500_000 })] },
]

describe('the board', () => {
  test('counts an item in every month in which it runs and shares its cost out evenly', () => {
    const [first] = byMonth(plans)
    expect([...first!.cells]).toEqual([
      ['2026-03', { items: 2, cost: 2_500_000 }],
      ['2026-04', { items: 1, cost: 500_000 }],
    ])
    expect(first!.total).toEqual({ items: 3, cost: 3_000_000 })
  })

  test('counts by channel, and its sum is that of the units', () => {
    const rows = byChannel(plans)
    expect(rows[0]!.cells.get('loudspeaker')).toEqual({ items: 2, cost: 1_000_000 })
    const sum = sumRows(rows)
    expect(sum.cells.get('leaflet')).toEqual({ items: 2, cost: 2_500_000 })
    expect(sum.total).toEqual({ items: 4, cost: 3_500_000 })
  })
})

describe('what counts on the board', () => {
  const titled = (title: string) => ({ ...emptyPlan(), items: [item({ title })] })
  const titles = (events: Parameters<typeof shownItems>[0]) => shownItems(events)?.map(({ title }) => title)

  test('is nothing while a plan is a draft', () => {
    expect(titles([{ kind: 'save', body: titled('a') }])).toBeUndefined()
  })

  test('is what was handed in, not what is being changed after a return', () => {
    const events = [
      { kind: 'submit' as const, body: titled('a') },
      { kind: 'return' as const, body: null },
      { kind: 'save' as const, body: titled('b') },
    ]
    expect(titles(events)).toEqual(['a'])
  })

  test('is what was accepted, not the amendment that waits for a decision', () => {
    const events = [
      { kind: 'submit' as const, body: titled('a') },
      { kind: 'accept' as const, body: null },
      { kind: 'amend' as const, body: null },
      { kind: 'submit' as const, body: titled('b') },
    ]
    expect(titles(events)).toEqual(['a'])
  })
})
