import { describe, expect, it } from 'vitest'
import { readStudySize } from '#lib/effects/study-size-input'

describe('the settings of the planner', () => {
  it('start with a plan that can be computed', () => {
    const { plan, faults } = readStudySize({})
    expect(faults).toEqual([])
    expect(plan).toMatchObject({ communes: 9, exposed: 4, proportion: 0.4, lift: 0.1, adults: null })
  })

  it('are read as people write them, in percent and with points between thousands', () => {
    const { plan } = readStudySize({
      proportion: '42,5',
      campaignCost: '12.000.000',
      communeCorrelation: '0.02',
    })
    expect(plan).toMatchObject({ proportion: 0.425, campaignCost: 12_000_000, communeCorrelation: 0.02 })
  })

  it.each([
    ['answers', '12,5 phiếu'],
    ['answers', ''],
    ['answers', '-40'],
    ['proportion', '100'],
    ['designEffect', '0,5'],
    ['responseRate', '0'],
    ['adults', 'không rõ'],
  ] as const)('name the range when %s is “%s”, and keep what was typed', (field, text) => {
    const { plan, faults, typed } = readStudySize({ [field]: text, lift: '12' })
    expect(plan).toBeNull()
    expect(faults.map((fault) => fault.field)).toEqual([field])
    expect(typed[field]).toBe(text)
    expect(typed.lift).toBe('12')
  })

  it('leave two communes to compare with', () => {
    const { faults } = readStudySize({ communes: '6', exposed: '5' })
    expect(faults).toEqual([{ field: 'exposed', least: 2, most: 4, isWhole: true }])
  })

  it('prefer what was typed to what the place suggests', () => {
    expect(readStudySize({ communes: '12' }, { communes: '4', exposed: '2' }).plan).toMatchObject({
      communes: 12,
      exposed: 2,
    })
  })
})
