// The interval shown by default for each kind of quantity.
import { expect, test } from 'vitest'
import { recommendedInterval } from '#lib/stats/recommended-interval'

test('shares get Korn-Graubard and scores the t interval', () => {
  expect(recommendedInterval({ kind: 'share' })).toBe('kg_truncated')
  expect(recommendedInterval({ kind: 'score' })).toBe('t')
})

test('an amount gets the log scale until one respondent carries too much of the total', () => {
  const values = Array.from({ length: 40 }, () => 10)
  const weights = values.map(() => 2)
  expect(recommendedInterval({ kind: 'amount', values, weights })).toBe('log')
  expect(recommendedInterval({ kind: 'amount', values: [...values, 30], weights: [...weights, 2] })).toBe(
    'share-above-limit',
  )
  expect(recommendedInterval({ kind: 'amount', values: [...values, 10], weights: [...weights, 6] })).toBe(
    'share-above-limit',
  )
})

test('a negative amount and missing weights are refused', () => {
  expect(() => recommendedInterval({ kind: 'amount', values: [-1], weights: [1] })).toThrow(/no amount/)
  expect(() => recommendedInterval({ kind: 'amount', values: [1], weights: [] })).toThrow(/0 weights/)
})
