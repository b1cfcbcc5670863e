import { describe, expect, it } from 'vitest'
import type { Cell } from '#lib/scoring/cell'
import { compareRanks } from '#lib/scoring/compare-ranks'
import { levelCells } from '../support/golden-cells'

const level = (unit: string, period: string, value: number, part: Partial<Cell> = {}): Cell => ({
  ...levelCells[0]!,
  unit,
  period,
  value,
  standardError: 0.1,
  ...part,
})
const change = (unit: string, value: number | null): Cell => ({
  ...levelCells[0]!,
  unit,
  period: 'w0→w1',
  scale: 'difference',
  value,
})
const periods = { before: 'w0', after: 'w1' }

describe('compareRanks', () => {
  it('places units among those with a number at both ends only', () => {
    // c cannot be compared: its first place after does not push the others down
    const levels = [
      level('a', 'w0', 80),
      level('b', 'w0', 70),
      level('a', 'w1', 60),
      level('b', 'w1', 75),
      level('c', 'w1', 90),
    ]
    const ranks = compareRanks([change('a', -20), change('b', 5), change('c', null)], levels, periods)
    expect([...ranks.keys()]).toEqual(['a', 'b'])
    expect(ranks.get('a')).toMatchObject({ before: { rank: 1, lower: 1 }, after: { rank: 2, upper: 2 } })
    expect(ranks.get('b')).toMatchObject({ before: { rank: 2 }, after: { rank: 1 } })
  })

  it('places nobody when a unit has no error at one end, or only one is left', () => {
    const open = { standardError: null, status: 'no-design' as const }
    const levels = [
      level('a', 'w0', 80),
      level('b', 'w0', 70, open),
      level('a', 'w1', 60),
      level('b', 'w1', 75),
    ]
    expect(compareRanks([change('a', -20), change('b', 5)], levels, periods).size).toBe(0)
    expect(compareRanks([change('a', -20), change('b', null)], levels, periods).size).toBe(0)
  })
})
