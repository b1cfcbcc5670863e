import { describe, expect, it } from 'vitest'
import type { Cell } from '#lib/scoring/cell'
import { discloseCells } from '#lib/scoring/disclose-cells'
import { attackerRange } from '#lib/secrecy/attacker-ranges'
import { levelCells } from '../support/golden-cells'
import { index } from '../support/made-up-survey'

const units = ['a', 'b', 'c', 'd']
const minimum = index.minimum.answers // 20

/** Cells of every criterion; `people` per unit, and other counts for single criteria ("manner b": 7). */
function table(people: Record<string, number>, other: Record<string, number> = {}): Cell[] {
  const codes = ['made-up', 'access', 'staff', 'manner', 'skill']
  return [...units, 'all'].flatMap((unit) =>
    codes.map((criterion): Cell => {
      const sum = units.reduce((total, one) => total + (other[`${criterion} ${one}`] ?? people[one]!), 0)
      const n = unit === 'all' ? sum : (other[`${criterion} ${unit}`] ?? people[unit]!)
      const isFew = n < minimum
      return { ...levelCells[0]!, unit, criterion, n, ...(isFew ? { value: null, status: 'too-few' } : {}) }
    }),
  )
}

const hiddenIn = (cells: Cell[], criterion: string) =>
  cells.filter((cell) => cell.criterion === criterion && cell.value === null).map(({ unit }) => unit)

describe('discloseCells', () => {
  it('changes nothing where everybody is many', () => {
    const cells = table({ a: 90, b: 80, c: 70, d: 60 })
    expect(discloseCells(cells, 'all', index)).toEqual(cells)
  })

  it('hides a second unit, so that the small one cannot be subtracted from the total', () => {
    const cells = discloseCells(table({ a: 90, b: 12, c: 70, d: 60 }), 'all', index)
    for (const criterion of ['made-up', 'access', 'manner']) {
      const hidden = hiddenIn(cells, criterion)
      expect(hidden).toEqual(['b', 'd'])
      const range = attackerRange([[90, 12, 70, 60]], [units.map((unit) => hidden.includes(unit))], 0, 1)
      expect(range.high - range.low).toBeGreaterThanOrEqual(minimum)
    }
  })

  it('hides the criterion above a number that was hidden, because its siblings would give it away', () => {
    const cells = discloseCells(table({ a: 90, b: 80, c: 70, d: 60 }, { 'manner b': 7 }), 'all', index)
    expect(hiddenIn(cells, 'manner')).toEqual(['b', 'd'])
    // b has no number for manner, so what stands above it was made without; d has one, and needs a companion again
    expect(hiddenIn(cells, 'staff')).toEqual(['c', 'd'])
    expect(hiddenIn(cells, 'made-up')).toEqual(['c', 'd'])
    expect(hiddenIn(cells, 'access')).toEqual([])
  })

  it('hides the total too where all units together are few', () => {
    const cells = discloseCells(table({ a: 9, b: 4, c: 3, d: 2 }), 'all', index)
    expect(hiddenIn(cells, 'access')).toEqual([...units, 'all'])
  })

  it('hides in the changes what is hidden in the levels', () => {
    const levels = discloseCells(table({ a: 90, b: 12, c: 70, d: 60 }), 'all', index)
    const changes = table({ a: 90, b: 80, c: 70, d: 60 }).map(
      (cell): Cell => ({ ...cell, scale: 'difference' }),
    )
    expect(hiddenIn(discloseCells(changes, 'all', index, levels), 'access')).toEqual(['b', 'd'])
  })

  it('leaves no count in a hidden cell, and entered figures as they are', () => {
    const online: Cell = { ...levelCells[0]!, unit: 'b', criterion: 'online', n: 0, flags: ['exact'] }
    const cells = discloseCells([...table({ a: 90, b: 12, c: 70, d: 60 }), online], 'all', index)
    for (const cell of cells.filter(({ status }) => status === 'too-few')) expect(cell.n).toBe(0)
    expect(cells.at(-1)).toEqual(online)
  })
})
