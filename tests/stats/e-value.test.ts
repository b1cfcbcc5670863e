import { describe, expect, it } from 'vitest'
import { eValue } from '#lib/stats/e-value'

describe('eValue', () => {
  it('is 1 for no association and the same for a ratio and its inverse', () => {
    expect(eValue(1)).toBe(1)
    expect(eValue(0.25)).toBeCloseTo(eValue(4)!, 12)
  })

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('does not exist for %d', (ratio) => {
    expect(eValue(ratio)).toBeNull()
  })
})
