import { describe, expect, it } from 'vitest'
import { communeChanges } from '#lib/stats/commune-changes'
import { makeDesign } from '#lib/stats/design'

const design = makeDesign({ weights: [1, 3, 2, 1, 1, 1] })
const data = { values: [0, 1, 1, 0, 1, 1], isExposed: [1, 1, 1, 0, 0, 0], isAfter: [0, 0, 1, 0, 1, 1] }

describe('communeChanges', () => {
  it('are weighted means after minus before', () => {
    const communes = ['A', 'A', 'A', 'B', 'B', 'B']
    expect(communeChanges(design, data, communes).changes).toEqual([
      { commune: 'A', isExposed: true, change: 0.25 },
      { commune: 'B', isExposed: false, change: 1 },
    ])
  })

  it('leave out and name a commune that was asked only once', () => {
    const { changes, leftOut } = communeChanges(design, data, ['A', 'A', 'A', 'B', 'B', 'C'])
    expect(changes.map(({ commune }) => commune)).toEqual(['A', 'B'])
    expect(leftOut).toEqual(['C'])
  })

  it('refuse a commune that is in both groups', () => {
    expect(() => communeChanges(design, data, ['A', 'A', 'A', 'A', 'B', 'B'])).toThrow(
      expect.objectContaining({ code: 'commune_in_both_groups', details: { commune: 'A' } }),
    )
  })
})
