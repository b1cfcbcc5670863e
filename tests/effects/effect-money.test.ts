import { describe, expect, it } from 'vitest'
import { effectMoney } from '#lib/effects/effect-money'
import { simulateDistrict } from '#lib/effects/simulated-district'
import type { ChannelCost, StudyInput } from '#lib/effects/study-input'
import type { EffectNumber, ReachRow } from '#lib/effects/study-result'
import { staggeredDistrict } from './district-plans'

const { input } = simulateDistrict({ ...staggeredDistrict, seed: 1 })
const days = { after: '2026-01-01', upTo: '2026-03-20' }
const number = (value: number, low: number, high: number): EffectNumber => {
  return { value, low, high, standardError: 0.01, degreesOfFreedom: 6, n: 100 }
}
const reach: ReachRow = {
  ...{ unit: null, group: 'treated', status: 'ok', unprompted: null, falseRecall: null },
  ...{ named: number(0.3, 0.2, 0.4), notAssigned: null },
  prompted: number(0.5, 0.4, 0.6),
  channels: [{ channel: 'leaflet', share: number(0.25, 0.2, 0.4), named: number(0.1, 0.05, 0.2) }],
}
const treated = new Set(['c1', 'c2'])
const cost = (unit: string, channel: string, amount: number, day = '2026-02-15'): ChannelCost => {
  return { unit, channel, cost: amount, day }
}
const moneyOf = (costs: ChannelCost[], changes: Partial<StudyInput> = {}, effect = number(0.1, 0.05, 0.2)) =>
  effectMoney({ ...input, ...changes, costs }, days, reach, treated, effect)

describe('effectMoney', () => {
  it('divides what was spent by people reached and by points of lift, by channel', () => {
    const money = moneyOf([cost('c1', 'leaflet', 3_000_000), cost('c2', 'loudspeaker', 1_000_000)])
    expect(money.total).toBe(4_000_000)
    // half of 10,000 adults
    expect(money.rows[0]!.peopleReached!.value).toBe(5000)
    expect(money.rows[0]!.costPerPerson!.value).toBeCloseTo(800, 9)
    expect(money.rows[0]!.costPerPerson!.high).toBeCloseTo(1000, 9)
    expect(money.rows.map(({ channel, cost: own }) => [channel, own])).toEqual([
      [null, 4_000_000],
      ['leaflet', 3_000_000],
      ['loudspeaker', 1_000_000],
    ])
    expect(money.rows[1]!.costPerPerson!.value).toBeCloseTo(1200, 9)
    expect(money.perPoint).toMatchObject({ isUnbounded: false })
    expect(money.perPoint!.value).toBeCloseTo(400_000, 6)
    expect(money.perPoint!.low).toBeCloseTo(200_000, 6)
    expect(money.perPoint!.high).toBeCloseTo(800_000, 6)
  })

  it('counts what the office spent itself in full, and what other communes spent not at all', () => {
    const money = moneyOf([
      cost('c1', 'leaflet', 1_000_000),
      cost('district', 'leaflet', 5_000_000),
      cost('c9', 'leaflet', 70_000_000),
    ])
    expect(money.total).toBe(6_000_000)
    expect(money.byOffice).toBe(5_000_000)
    expect(money.perPoint!.value).toBeCloseTo(600_000, 6)
  })

  it('counts only what ended after the first wave began and not after the second was over', () => {
    const money = moneyOf([
      cost('c1', 'leaflet', 1, '2026-01-01'),
      cost('c1', 'leaflet', 10, '2026-01-02'),
      cost('c1', 'leaflet', 100, '2026-03-20'),
      cost('c1', 'leaflet', 1000, '2026-03-21'),
    ])
    expect(money.total).toBe(110)
  })

  it('gives no cost of a point or a person where no cost was recorded, and counts activities without one', () => {
    const none = moneyOf([cost('c1', 'leaflet', 0), cost('c2', 'leaflet', 0)])
    expect(none).toMatchObject({ total: 0, activities: 2, withoutCost: 2, perPoint: null })
    expect(none.rows.every(({ costPerPerson }) => costPerPerson === null)).toBe(true)
    expect(moneyOf([cost('c1', 'leaflet', 0), cost('c2', 'leaflet', 5)])).toMatchObject({
      activities: 2,
      withoutCost: 1,
    })
  })

  it('knows no people where the adults of one commune are not known', () => {
    const communes = input.communes.map((one) => (one.id === 'c2' ? { ...one, adults: null } : one))
    const money = moneyOf([cost('c1', 'leaflet', 3_000_000)], { communes })
    expect(money.isPopulationKnown).toBe(false)
    expect(money.rows[0]!.peopleReached).toBeNull()
    expect(money.perPoint).not.toBeNull()
  })
})
