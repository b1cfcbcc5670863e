// Two releases that together give a small group away.
import { describe, expect, test } from 'vitest'
import { checkDifferencing, checkRelease } from '#lib/secrecy/differencing'

const set = (from: number, to: number) =>
  Uint8Array.from({ length: 30 }, (_, record) => Number(record >= from && record < to))

describe('checkDifferencing', () => {
  test('a set inside another is refused when the rest is small', () => {
    expect(checkDifferencing(set(0, 20), set(0, 15), 10)).toMatchObject({
      onlyA: 5,
      isPairPublishable: false,
    })
    expect(checkDifferencing(set(0, 15), set(0, 20), 10).isPairPublishable).toBe(false)
    expect(checkDifferencing(set(0, 25), set(0, 15), 10).isPairPublishable).toBe(true)
  })

  test('equal sets and overlapping sets give nothing away', () => {
    expect(checkDifferencing(set(0, 20), set(0, 20), 10).isPairPublishable).toBe(true)
    expect(checkDifferencing(set(0, 20), set(2, 22), 10).isPairPublishable).toBe(true)
  })

  test('sets of different files are refused', () => {
    expect(() => checkDifferencing(set(0, 5), Uint8Array.of(1), 10)).toThrow(/30 and 1 records/)
  })
})

describe('checkRelease', () => {
  test('looks at the set alone and at everything released before', () => {
    const ledger = [set(0, 12), set(0, 25)]
    expect(checkRelease(set(0, 5), ledger, 10)).toBe('too-few')
    expect(checkRelease(set(0, 24), ledger, 10)).toBe('difference')
    expect(checkRelease(set(12, 25), ledger, 10)).toBe('ok')
    expect(checkRelease(set(0, 25), ledger, 10)).toBe('ok')
  })
})
