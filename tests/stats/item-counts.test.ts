import { describe, expect, it } from 'vitest'
import { countItems } from '#lib/stats/item-counts'

const codes = { satisfied: [4, 5, 9], valid: [1, 2, 3, 4, 5] }

describe('countItems', () => {
  it('counts a missing answer nowhere and "don\'t know" as unsure', () => {
    const { satisfied, valid, unsure } = countItems(
      [
        [5, null, 8],
        [1, 4, 8],
        [4, Number.NaN, 2],
      ],
      codes,
    )
    expect([...satisfied]).toEqual([2, 1, 0])
    expect([...valid]).toEqual([3, 1, 1])
    expect([...unsure]).toEqual([0, 0, 2])
  })

  it('never counts a code as satisfied that is not a valid answer', () => {
    expect(countItems([[9]], codes)).toEqual({
      satisfied: Float64Array.of(0),
      valid: Float64Array.of(0),
      unsure: Float64Array.of(1),
    })
  })

  it('refuses a factor without items', () => {
    expect(() => countItems([], codes)).toThrow(RangeError)
  })
})
