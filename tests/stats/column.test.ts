import { describe, expect, it } from 'vitest'
import { checkLevel, indicator, toColumn } from '#lib/stats/column'
import { codeOf } from '../support/throws-code'

describe('a column', () => {
  it('holds every kind of gap as NaN', () => {
    expect([...toColumn([1, null, undefined, Number.NaN, 0])]).toEqual([
      1,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      0,
    ])
  })

  it('is passed through when it is one already', () => {
    const column = Float64Array.of(1, 2)
    expect(toColumn(column)).toBe(column)
  })

  it('reads yes and no as 1 and 0', () => {
    expect([...toColumn([true, false])]).toEqual([1, 0])
  })
})

describe('an indicator', () => {
  it('is 0 for another answer and a gap for none', () => {
    expect([...indicator(['yes', 'no', null, ''], ['yes'])]).toEqual([1, 0, Number.NaN, Number.NaN])
  })

  it('finds 4 in a column of texts and "4" in a column of numbers', () => {
    expect([...indicator(['4', '5'], [4])]).toEqual([1, 0])
    expect([...indicator([4, 5], ['4'])]).toEqual([1, 0])
  })

  it('takes "don’t know" for an answer', () => {
    expect([...indicator([1, 8], [1])]).toEqual([1, 0])
  })
})

describe('a confidence level', () => {
  it.each([0, 1, 95, -0.5, Number.NaN])('of %d is refused', (level) => {
    expect(codeOf(() => checkLevel(level))).toBe('value_outside_range')
  })
})
