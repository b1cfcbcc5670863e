// Alpha on a small scale against psych::alpha in R, and what must hold for any scale.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cronbachAlpha } from '#lib/stats/cronbach-alpha'

const items = [
  [1, 2, 3, 4, 5, 2],
  [2, 1, 4, 3, 5, 1],
  [2, 2, 4, 3, 4, 3],
]
const answers = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
  { minLength: 5, maxLength: 30 },
)
const columns = (rows: number[][]) => [0, 1, 2].map((item) => rows.map((row) => row[item]!))

describe('cronbachAlpha', () => {
  test('agrees with R on a small scale', () => {
    const result = cronbachAlpha({ items })
    expect(result.alpha).toBeCloseTo(0.89208633093525, 10)
    expect(result.standardisedAlpha).toBeCloseTo(0.92091703956883, 10)
    expect(result.meanInterItemCorrelation).toBeCloseTo(0.79515121536569, 10)
    expect(result.low).toBeCloseTo(0.54286845307317, 9)
    expect(result.high).toBeCloseTo(0.98369675888166, 9)
  })

  test('a reversed item counts the other way round, codes that are no answers drop the row', () => {
    const turned = [items[0]!.map((code) => 6 - code), items[1]!, items[2]!]
    const scale = { items: turned, isReversed: [true, false, false], reverseRange: [1, 5] as const }
    expect(cronbachAlpha(scale).alpha).toBeCloseTo(cronbachAlpha({ items }).alpha!, 12)
    const withUnknown = items.map((column, item) => [...column, item === 0 ? 8 : 3, item === 1 ? null : 3])
    const result = cronbachAlpha({ items: withUnknown, validCodes: [1, 2, 3, 4, 5] })
    expect(result.n).toBe(6)
    expect(result.alpha).toBeCloseTo(cronbachAlpha({ items }).alpha!, 12)
  })

  test('alpha does not change with the unit, the order of rows and items, or equal weights', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 1, max: 9 }), (rows, factor) => {
        const plain = cronbachAlpha({ items: columns(rows) }).alpha
        const stretched = columns(rows).map((column) => column.map((code) => code * factor + 1))
        const turned = columns([...rows].reverse()).reverse()
        const weights = rows.map(() => factor)
        const others = [{ items: stretched }, { items: turned }, { items: columns(rows), weights }]
        for (const scale of others) {
          const alpha = cronbachAlpha(scale).alpha
          if (plain === null) expect(alpha).toBeNull()
          else expect(alpha).toBeCloseTo(plain, 9)
        }
      }),
      { seed: 11 },
    )
  })

  test('alpha is at most one and one for identical items', () => {
    fc.assert(
      fc.property(answers, (rows) => {
        const { alpha } = cronbachAlpha({ items: columns(rows) })
        if (alpha !== null) expect(alpha).toBeLessThanOrEqual(1 + 1e-12)
        const first = columns(rows)[0]!
        const same = cronbachAlpha({ items: [first, first] }).alpha
        if (same !== null) expect(same).toBeCloseTo(1, 12)
      }),
      { seed: 12 },
    )
  })

  test('two items have no alpha without one of them, and a weighted scale has no Feldt interval', () => {
    expect(cronbachAlpha({ items: items.slice(0, 2) }).alphaIfDeleted).toEqual([null, null])
    const weighted = cronbachAlpha({ items, weights: [1, 2, 1, 2, 1, 1] })
    expect([weighted.low, weighted.high]).toEqual([null, null])
  })

  test('answers that never vary give no alpha instead of a number', () => {
    const result = cronbachAlpha({
      items: [
        [3, 3, 3],
        [3, 3, 3],
      ],
    })
    expect([result.alpha, result.standardisedAlpha, result.low]).toEqual([null, null, null])
    expect(result.itemRestCorrelations).toEqual([null, null])
  })

  test('one item, no complete row, columns of different length and a missing range are refused', () => {
    expect(() => cronbachAlpha({ items: [[1, 2]] })).toThrow(/at least two items/)
    expect(() =>
      cronbachAlpha({
        items: [
          [1, null],
          [null, 2],
        ],
      }),
    ).toThrow(/No respondent/)
    expect(() => cronbachAlpha({ items: [[1, 2], [1]] })).toThrow(/1 rows/)
    expect(() =>
      cronbachAlpha({
        items: [
          [1, 2],
          [2, 1],
        ],
        isReversed: [true, false],
      }),
    ).toThrow(/reversed/)
  })
})
