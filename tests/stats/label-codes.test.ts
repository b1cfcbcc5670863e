import { describe, expect, it } from 'vitest'
import { codeLabels, pairCodes } from '#lib/stats/label-codes'

describe('labels', () => {
  it('are coded in order of appearance', () => {
    expect(codeLabels(['b', 'a', 'b'], 'stratum')).toEqual({
      codes: Int32Array.of(0, 1, 0),
      labels: ['b', 'a'],
    })
  })

  it('that look like numbers are the same label either way, unless they are written otherwise', () => {
    expect(codeLabels([12, '12', '012'], 'village').labels).toEqual(['12', '012'])
  })

  it('must not be missing, and the sentence names the row', () => {
    expect(() => codeLabels(['a', null], 'stratum')).toThrow(/Row 2 has no stratum/)
  })

  it('in pairs stay apart under different outer labels', () => {
    const { codes, count } = pairCodes(Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 1, 0, 1))
    expect([[...codes], count]).toEqual([[0, 1, 2, 3], 4])
  })

  it('that contain the same characters in other places make other pairs', () => {
    // ("a", "b|c") and ("a|b", "c") would be one text
    const outer = codeLabels(['a', 'a|b'], 'stratum').codes
    const inner = codeLabels(['b|c', 'c'], 'village').codes
    expect(pairCodes(outer, inner).count).toBe(2)
  })
})
