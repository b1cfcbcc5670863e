import { describe, expect, it } from 'vitest'
import { makeCounter, tallyLayout } from '#lib/scoring/tally-layout'
import { noAnswer, notAsked, notCodable } from '#lib/surveys/variable'
import { codebook, layout } from '../support/made-up-survey'

const count = (...rows: number[][]) => {
  const counts = new Float64Array(layout.size)
  const add = makeCounter(layout)
  for (const row of rows) add(counts, row)
  return counts
}

describe('tallyLayout', () => {
  it('holds every code of every column once', () => {
    expect(layout.size).toBe(5 * (3 + 6) + 4)
    expect(layout.variables[1]!.start).toBe(9)
  })

  it('counts each column of each answer exactly once', () => {
    const counts = count([1, 98, notAsked, noAnswer, 5, 44], [1, 2, 3, 4, 5, notCodable])
    expect(counts.reduce((sum, value) => sum + value, 0)).toBe(12)
    const { codes, start } = layout.variables[0]!
    expect(counts[start + codes.indexOf(1)]).toBe(2)
  })

  it('counts a number only as answered', () => {
    const { start } = layout.variables[5]!
    expect([...count([1, 1, 1, 1, 1, 0], [1, 1, 1, 1, 1, 250]).slice(start)]).toEqual([0, 0, 0, 2])
  })

  it('refuses a code that the codebook does not know', () => {
    expect(() => count([6, 1, 1, 1, 1, 1])).toThrow('Column access_1 cannot hold the code 6')
    expect(() => count([1, 1])).toThrow('2 columns')
  })

  it('changes its text when a value is added', () => {
    const shorter = codebook.map((variable) => ({ ...variable, values: variable.values.slice(0, -1) }))
    expect(tallyLayout(shorter).text).not.toBe(layout.text)
  })
})
