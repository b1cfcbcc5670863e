import { expect, test } from 'vitest'
import { isPromiseSigned, signPromise } from '#lib/ledger/promise'
import { makeLedgerKey, openLedgerKey } from '#lib/ledger/signing-key'

const signer = openLedgerKey(makeLedgerKey())
const leaf = 'jQjSW1kA7Q1FfX8vDrLkMYqHG9rL7zc2J9mXoYc2U8k'

test('a promise holds for its wave and leaf, and for no other', () => {
  const promise = signPromise('dot-1', leaf, signer)
  expect(promise).toMatchObject({ leaf, key: signer.key })
  expect(isPromiseSigned('dot-1', promise)).toBe(true)
  expect(isPromiseSigned('dot-2', promise)).toBe(false)
  expect(isPromiseSigned('dot-1', { ...promise, leaf: leaf.replace('j', 'k') })).toBe(false)
})

test('a promise under another key, or with a signature that is none, does not hold', () => {
  const promise = signPromise('dot-1', leaf, signer)
  expect(isPromiseSigned('dot-1', { ...promise, key: openLedgerKey(makeLedgerKey()).key })).toBe(false)
  for (const signature of ['', 'AA', '*'.repeat(86), 'A'.repeat(86)])
    expect(isPromiseSigned('dot-1', { ...promise, signature })).toBe(false)
  expect(isPromiseSigned('dot-1', { ...promise, key: 'A'.repeat(43) })).toBe(false)
})
