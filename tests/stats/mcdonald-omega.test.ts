// Omega on a small scale against lavaan::cfa in R, and the cases in which it must be refused.
import { describe, expect, test } from 'vitest'
import { mcdonaldOmega } from '#lib/stats/mcdonald-omega'

const items = [
  [1, 2, 3, 4, 5, 2],
  [2, 1, 4, 3, 5, 1],
  [2, 2, 4, 3, 4, 3],
]

describe('mcdonaldOmega', () => {
  test('agrees with the maximum likelihood fit of lavaan', () => {
    const result = mcdonaldOmega({ items })
    expect(result.omega).toBeCloseTo(0.922191902316, 7)
    ;[1.158702981257, 1.390443565919, 0.71919495193].forEach((loading, item) => {
      expect(result.loadings[item]).toBeCloseTo(loading, 6)
    })
    ;[0.462962950961, 0.288888890144, 0.149425286426].forEach((uniqueness, item) => {
      expect(result.uniquenesses[item]).toBeCloseTo(uniqueness, 6)
    })
  })

  test('items that load equally on the factor have omega equal to alpha', () => {
    // a covariance matrix with all variances 2 and all covariances 1 exactly, from a balanced set of rows
    const sign = (row: number, bit: number) => ((row >> bit) & 1 ? 1 : -1)
    const rows = Array.from({ length: 32 }, (_, row) => row)
    const balanced = [1, 2, 3, 4].map((bit) => rows.map((row) => sign(row, 0) + sign(row, bit)))
    const result = mcdonaldOmega({ items: balanced })
    expect(result.omega).toBeCloseTo((4 / 3) * (1 - 8 / 20), 9)
  })

  test('an item worded the other way round gets a negative loading and lowers omega', () => {
    const turned = [items[0]!, items[1]!, items[2]!.map((code) => 6 - code)]
    const result = mcdonaldOmega({ items: turned })
    expect(result.loadings.map(Math.sign)).toEqual([1, 1, -1])
    expect(result.omega).toBeLessThan(mcdonaldOmega({ items }).omega!)
  })

  test('a uniqueness that falls to zero is refused with a status, not a number', () => {
    const result = mcdonaldOmega({ items: [items[0]!, items[1]!, [1, 3, 2, 5, 5, 2]] })
    expect(result.status).toBe('zero-uniqueness')
    expect(result.omega).toBeNull()
  })

  test('two items and items without variation are refused', () => {
    expect(() => mcdonaldOmega({ items: items.slice(0, 2) })).toThrow(/at least three items/)
    expect(() => mcdonaldOmega({ items: [...items.slice(0, 2), [3, 3, 3, 3, 3, 3]] })).toThrow(/same answer/)
  })
})
