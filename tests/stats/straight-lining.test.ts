// Straight-lining and longest runs on small batteries with gaps.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestRuns, straightLiners } from '#lib/stats/straight-lining'

const valid = [1, 2, 3, 4, 5]
const battery = (records: (number | null)[][]) =>
  records[0]!.map((_, item) => records.map((record) => record[item]!))

describe('straightLiners', () => {
  test('flags equal valid answers to at least half of the items', () => {
    const records = [
      [4, 4, 4, 4, 4],
      [4, 4, 4, 8, null],
      [4, 4, null, null, 8],
      [4, 4, 4, 4, 5],
      [8, 8, 8, 8, 8],
    ]
    expect([...straightLiners(battery(records), valid)]).toEqual([1, 1, 0, 0, 0])
  })

  test('one valid answer is no pattern, even in a battery of one or two', () => {
    expect([...straightLiners(battery([[3, null]]), valid)]).toEqual([0])
    expect([...straightLiners(battery([[3]]), valid)]).toEqual([0])
  })
})

describe('longestRuns', () => {
  test('a gap ends a run and any code continues one', () => {
    const records = [
      [2, 2, null, 2, 2],
      [8, 8, 8, 1, 2],
      [null, null, null, null, null],
    ]
    expect([...longestRuns(battery(records))]).toEqual([2, 3, 0])
  })

  test('reading the battery backwards gives the same run', () => {
    const record = fc.array(fc.option(fc.integer({ min: 1, max: 3 })), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(fc.array(record, { minLength: 1 }), (records) => {
        const forwards = battery(records)
        expect(longestRuns([...forwards].reverse())).toEqual(longestRuns(forwards))
      }),
      { seed: 22 },
    )
  })
})
