import { describe, expect, it } from 'vitest'
import { baseWeight, baseWeightProportionalToSize } from '#lib/stats/base-weight'

const plan = {
  villagesInStratum: 20,
  villagesDrawn: 5,
  householdsInVillage: 120,
  householdsDrawn: 40,
  adultsInHousehold: 2,
}

describe('baseWeight', () => {
  it('is the inverse of the chance to be asked', () => {
    expect(baseWeight(plan)).toBeCloseTo(1 / ((5 / 20) * (40 / 120) * (1 / 2)), 12)
  })

  it.each([
    ['more villages drawn than there are', { ...plan, villagesDrawn: 21 }, 'fpc_below_sample'],
    ['more households drawn than there are', { ...plan, householdsDrawn: 121 }, 'fpc_below_sample'],
    ['a count of zero', { ...plan, adultsInHousehold: 0 }, 'value_outside_range'],
  ])('refuses %s', (_what, wrong, code) => {
    expect(() => baseWeight(wrong)).toThrow(expect.objectContaining({ code }))
  })
})

describe('baseWeightProportionalToSize', () => {
  it('does not depend on the size of the village', () => {
    const small = baseWeightProportionalToSize({ ...plan, householdsInVillage: 60 }, 2000)
    expect(baseWeightProportionalToSize(plan, 2000)).toBeCloseTo(small, 12)
  })

  it('refuses a village larger than its stratum', () => {
    expect(() => baseWeightProportionalToSize(plan, 100)).toThrow(
      expect.objectContaining({ code: 'fpc_below_sample' }),
    )
  })
})
