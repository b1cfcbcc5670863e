import { describe, expect, it } from 'vitest'
import { makeDesign } from '#lib/stats/design'
import { sortIntoCells } from '#lib/stats/two-by-two'

const data = { values: [1, 0, 1, 0, Number.NaN], isExposed: [0, 0, 1, 1, 1], isAfter: [0, 1, 0, 1, 1] }

describe('sortIntoCells', () => {
  it('leaves rows without an answer out', () => {
    expect([...sortIntoCells(makeDesign({ weights: [1, 1, 1, 1, 1] }), data).cellOfRow]).toEqual([
      0, 1, 2, 3, -1,
    ])
  })

  it('counts a cell that holds only rows of zero weight as empty', () => {
    expect(() => sortIntoCells(makeDesign({ weights: [1, 1, 0, 1, 1] }), data)).toThrow(
      expect.objectContaining({ code: 'empty_domain' }),
    )
  })

  it('refuses a code that is neither 0 nor 1', () => {
    const design = makeDesign({ weights: [1, 1, 1, 1, 1] })
    expect(() => sortIntoCells(design, { ...data, isExposed: [0, 0, 1, 2, 1] })).toThrow('Row 4')
  })
})
