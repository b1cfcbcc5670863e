// Which shares may be shown by themselves.
import { expect, test } from 'vitest'
import { judgeCell } from '#lib/secrecy/publishable-cell'

test('a share needs enough respondents', () => {
  expect(judgeCell({ n: 9, numerator: 4 }, { threshold: 10 })).toBe('too-few')
  expect(judgeCell({ n: 10, numerator: 0 }, { threshold: 10 })).toBe('ok')
})

test('a sensitive answer needs company on both sides', () => {
  const rule = { threshold: 10, isSensitive: true }
  const judged = [0, 1, 2, 3, 12, 13, 14, 15].map((numerator) => judgeCell({ n: 15, numerator }, rule))
  const rare = 'rare-answer'
  expect(judged).toEqual(['unanimous', rare, rare, 'ok', 'ok', rare, rare, 'unanimous'])
  expect(judgeCell({ n: 20, numerator: 20 }, rule)).toBe('ok')
})

test('a threshold below five and impossible counts are refused', () => {
  expect(() => judgeCell({ n: 9, numerator: 4 }, { threshold: 4 })).toThrow(/at least 5/)
  expect(() => judgeCell({ n: 9, numerator: 10 }, { threshold: 10 })).toThrow(/10 of 9/)
})
