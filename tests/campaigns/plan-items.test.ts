import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planBody } from '#lib/campaigns/plan-body'
import { monthsOf, newItem, plannedCost } from '#lib/campaigns/plan-items'

describe('a new item', () => {
  test('has a code that no other item of the plan has, also after one was taken out', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(300)), (numbers) => {
        const items = numbers.map((number) => ({ code: `v${number}` }))
        expect(items.map(({ code }) => code)).not.toContain(newItem(items).code)
      }),
    )
  })

  test('is what the shape of a plan makes of nothing', () => {
    expect(planBody.parse({ items: [{ code: 'v1' }] }).items).toEqual([newItem([])])
  })

  test('never takes the code of the item it is copied from', () => {
    expect(newItem([{ code: 'v4' }], { code: 'v4', title: 'Phát loa' })).toMatchObject({
      code: 'v5',
      title: 'Phát loa',
    })
  })
})

test('the planned cost leaves out what has no cost yet', () => {
  expect(plannedCost([{ cost: 2_000_000 }, { cost: null }, { cost: 500_000 }])).toBe(2_500_000)
})

test('the months of an item run over the end of a year', () => {
  expect(monthsOf({ from: '2026-11', to: '2027-02' })).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
  expect(monthsOf({ from: '2026-05', to: '2026-05' })).toEqual(['2026-05'])
  expect(monthsOf({ from: '2026-05', to: '' })).toEqual([])
  expect(monthsOf({ from: '', to: '2026-05' })).toEqual([])
})
