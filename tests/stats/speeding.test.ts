// Speeders against the median of the wave.
import { expect, test } from 'vitest'
import { speeders } from '#lib/stats/speeding'

test('the median of an even number is the mean of the middle two, the bound itself is no speeding', () => {
  const { median, isSpeeder } = speeders([100, 200, 300, 1000, null, 99], 0.5)
  expect(median).toBe(200)
  expect([...isSpeeder]).toEqual([0, 0, 0, 0, 0, 1])
  expect(speeders([100, 300]).median).toBe(200)
})

test('without durations nobody is flagged', () => {
  expect(speeders([null, null])).toEqual({ median: null, isSpeeder: Uint8Array.of(0, 0) })
})

test('a share above one is refused', () => {
  expect(() => speeders([1], 40)).toThrow(/share of the median is 40/)
})
