// The quality report puts the single checks together without removing anything.
import { expect, test } from 'vitest'
import { answerQuality } from '#lib/stats/answer-quality'

const records = [
  [1, 2, 3, 4, 5, 1, 2, 3],
  [4, 4, 4, 4, 4, 4, 4, 4],
  [1, 2, 3, 4, 5, 1, 2, 3],
  [1, 2, 3, 4, 5, 1, 2, 5],
  [5, 1, 5, 1, 5, 1, 5, 1],
]
const input = {
  battery: records[0]!.map((_, item) => records.map((record) => record[item]!)),
  validCodes: [1, 2, 3, 4, 5],
  durations: [600, 100, 620, 640, 660],
}

test('each record carries its own flags and none is dropped', () => {
  const quality = answerQuality(input)
  expect(quality.records).toBe(5)
  expect(quality.flags).toEqual([
    ['duplicate'],
    ['straight-lining', 'speeding'],
    ['duplicate'],
    ['near-duplicate'],
    [],
  ])
})

test('records that differ in a key are no duplicates but still near ones', () => {
  const quality = answerQuality({ ...input, duplicateKeys: [['a', 'a', 'b', 'b', 'b']] })
  expect(quality.flags[0]).toEqual(['near-duplicate'])
})
