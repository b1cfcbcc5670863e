import { expect, it } from 'vitest'
import { findChart } from '#lib/charts/registry'
import { eventCells, spendingCells } from '#lib/effects/effect-cells'
import type { EffectNumber, EventPoint, OutcomeResult, StudyResult } from '#lib/effects/study-result'

const figure: EffectNumber = {
  value: 0.25,
  low: 0.125,
  high: 0.375,
  standardError: 0.02,
  degreesOfFreedom: 7,
  n: 900,
}

it('turns waves around the start into points of a hundred that the picture takes', () => {
  const events = [-2, 0].map(
    (event): EventPoint => ({ ...figure, event, pValue: 0.01, treated: 4, comparison: 5 }),
  )
  const cells = eventCells({ key: 'awareness.v1/knowledge', events } as OutcomeResult)
  expect(cells.map(({ period, value, low }) => [period, value, low])).toEqual([
    ['-2', 25, 12.5],
    ['0', 25, 12.5],
  ])
  expect(findChart('event-study')!.accepts(cells)).toBe(true)
})

it('puts the money of each channel beside its reach, and no number where there are too few answers', () => {
  const channels = [
    { channel: 'leaflet', share: figure },
    { channel: 'contest', share: null },
  ]
  const result = {
    reach: [{ group: 'all', channels }],
    money: { rows: [{ channel: 'leaflet', cost: 4_500_000 }] },
  } as unknown as StudyResult
  const cells = spendingCells(result)
  expect(cells.map(({ unit, criterion, value, status }) => [unit, criterion, value, status])).toEqual([
    ['leaflet', 'reach', 25, 'ok'],
    ['leaflet', 'cost', 4_500_000, 'ok'],
    ['contest', 'reach', null, 'too-few'],
    ['contest', 'cost', 0, 'ok'],
  ])
  expect(findChart('reach-spending')!.accepts(cells)).toBe(true)
})
