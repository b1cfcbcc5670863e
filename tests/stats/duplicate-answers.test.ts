// Exact and near duplicates among records.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { duplicateRecords, nearDuplicates } from '#lib/stats/duplicate-answers'

describe('duplicateRecords', () => {
  test('flags every member of a set of equal records, gaps included', () => {
    const village = ['a', 'a', 'a', 'b']
    const answer = [1, 1, null, 1]
    expect([...duplicateRecords([village, answer])]).toEqual([1, 1, 0, 0])
    expect([
      ...duplicateRecords([
        ['a', 'a'],
        [null, null],
      ]),
    ]).toEqual([1, 1])
  })

  test('values of neighbouring columns do not run together', () => {
    expect([
      ...duplicateRecords([
        ['ab', 'a'],
        ['c', 'bc'],
      ]),
    ]).toEqual([0, 0])
  })
})

describe('nearDuplicates', () => {
  test('names the twin and the share of items that agree', () => {
    const items = [
      [1, 1, 5],
      [2, 2, 5],
      [3, 3, 5],
      [4, 1, null],
    ]
    const result = nearDuplicates(items, 0.7)
    expect([...result.highestMatch]).toEqual([0.75, 0.75, 0])
    expect([...result.twin.slice(0, 2)]).toEqual([1, 0])
    expect([...result.isNearDuplicate]).toEqual([1, 1, 0])
  })

  test('two gaps are no agreement, and a single record has no twin', () => {
    expect([...nearDuplicates([[null, null]]).highestMatch]).toEqual([0, 0])
    expect([...nearDuplicates([[3]]).twin]).toEqual([-1])
  })

  test('agreement is mutual: the twin of a record matches it at least as well', () => {
    const record = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(fc.array(record, { minLength: 2, maxLength: 20 }), (records) => {
        const items = records[0]!.map((_, item) => records.map((one) => one[item]!))
        const { highestMatch, twin } = nearDuplicates(items)
        twin.forEach((other, one) => {
          expect(highestMatch[other]!).toBeGreaterThanOrEqual(highestMatch[one]!)
        })
      }),
      { seed: 23 },
    )
  })

  test('a battery without items is refused', () => {
    expect(() => nearDuplicates([])).toThrow(/no item/)
  })
})
