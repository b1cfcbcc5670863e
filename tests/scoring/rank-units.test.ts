import { describe, expect, it } from 'vitest'
import { markUnclearChanges } from '#lib/scoring/mark-unclear-changes'
import { rankUnits } from '#lib/scoring/rank-units'
import { changeOfUnits, levelCells } from '../support/golden-cells'

const cell = levelCells[0]!
const at = (unit: string, value: number, standardError: number) => ({ ...cell, unit, value, standardError })

describe('rankUnits', () => {
  it('does not tell units apart whose errors overlap', () => {
    const ranks = rankUnits([at('a', 80, 3), at('b', 79, 3), at('c', 40, 3)])
    expect(ranks).toEqual([
      { unit: 'a', rank: 1, lower: 1, upper: 2 },
      { unit: 'b', rank: 2, lower: 1, upper: 2 },
      { unit: 'c', rank: 3, lower: 3, upper: 3 },
    ])
  })

  it('leaves out units without a number or an error', () => {
    const ranks = rankUnits([
      at('a', 80, 1),
      { ...cell, unit: 'b', status: 'too-few', value: null, standardError: null },
      { ...cell, unit: 'c', status: 'single-cluster', standardError: null },
    ])
    expect(ranks.map(({ unit }) => unit)).toEqual(['a'])
  })

  it('ranks hundreds of units by simulation, alike where they are clear and the same every time', () => {
    const many = Array.from({ length: 260 }, (_, place) => at(`u${place}`, place / 4, place < 3 ? 0.001 : 20))
    const ranks = rankUnits(many)
    expect(ranks[2]).toMatchObject({ unit: 'u2', rank: 258 })
    expect(ranks.slice(0, 3).map(({ lower, upper }) => upper - lower)).not.toContain(0)
    expect(ranks[130]).toMatchObject({ rank: 130 })
    expect(rankUnits(many)).toEqual(ranks)
    const clear = rankUnits(Array.from({ length: 260 }, (_, place) => at(`u${place}`, place / 4, 0.001)))
    expect(clear.every(({ rank, lower, upper }) => rank === lower && rank === upper)).toBe(true)
  })
})

describe('markUnclearChanges', () => {
  it('asks more of each change the more units stand beside it', () => {
    const one = { ...changeOfUnits[0]!, value: 5, standardError: 2, degreesOfFreedom: 20 }
    const many = Array.from({ length: 9 }, (_, row) => ({ ...one, unit: `u${row}` }))
    expect(markUnclearChanges([one])[0]!.flags).toEqual([])
    expect(markUnclearChanges(many).every(({ flags }) => flags.includes('unclear'))).toBe(true)
  })

  it('leaves cells without an error as they are', () => {
    const broken = changeOfUnits.filter(({ status }) => status === 'not-comparable')
    expect(markUnclearChanges(broken)).toEqual(broken)
  })
})
