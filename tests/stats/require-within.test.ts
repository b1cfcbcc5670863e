// The shared range check: which ends count, and a sentence that names the setting.
import { expect, test } from 'vitest'
import { requireWithin } from '#lib/stats/require-within'

test('each kind of interval includes the ends that it names', () => {
  const refuses = (value: number, ends: 'open' | 'closed' | 'upper' | 'lower') => {
    try {
      requireWithin('share', value, 0, 1, ends)
      return false
    } catch {
      return true
    }
  }
  expect([refuses(0, 'open'), refuses(1, 'open')]).toEqual([true, true])
  expect([refuses(0, 'closed'), refuses(1, 'closed')]).toEqual([false, false])
  expect([refuses(0, 'upper'), refuses(1, 'upper')]).toEqual([true, false])
  expect([refuses(0, 'lower'), refuses(1, 'lower')]).toEqual([false, true])
  expect(refuses(Number.NaN, 'closed')).toBe(true)
})

test('the sentence names the setting, the value and the range', () => {
  expect(() => requireWithin('share', 2, 0, 1, 'upper')).toThrow('The share is 2; it must lie in (0, 1].')
})
