import { expect, test } from 'vitest'
import { hashDefinition } from '#lib/definitions/hash-definition'

test('the order of members does not change the hash, the order of a list does', () => {
  expect(hashDefinition({ b: { d: 1, c: [2, 3] }, a: null })).toBe(
    hashDefinition({ a: null, b: { c: [2, 3], d: 1 } }),
  )
  expect(hashDefinition({ a: [1, 2] })).not.toBe(hashDefinition({ a: [2, 1] }))
})

test('the hash is SHA-256 of the canonical JSON', () => {
  // printf '{"a":1}' | sha256sum
  expect(hashDefinition({ a: 1 })).toBe('015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862')
})
