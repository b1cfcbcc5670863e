import { createHash, createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { fingerprint, headNote, headText, isHeadSigned, signHead } from '#lib/ledger/head'
import { makeLedgerKey, openLedgerKey } from '#lib/ledger/signing-key'

const signer = openLedgerKey(makeLedgerKey())
const root = createHash('sha256').update('root').digest('base64url')
const head = signHead({ wave: 'dot-1', size: 12, root, day: '2026-11-23' }, signer)

test('a head is signed for its wave, size, root and day together', () => {
  expect(isHeadSigned(head)).toBe(true)
  for (const change of [
    { wave: 'dot-2' },
    { size: 13 },
    { day: '2026-11-24' },
    { root: createHash('sha256').update('other').digest('base64url') },
    { key: openLedgerKey(makeLedgerKey()).key },
    { signature: head.signature.slice(0, -2) },
  ])
    expect(isHeadSigned({ ...head, ...change })).toBe(false)
})

test('the note carries the signed text, the name of the log and key id and signature as checkpoints do', () => {
  const note = headNote(head)
  expect(note.startsWith(`${headText(head)}\n`)).toBe(true)
  expect(headText(head).split('\n')).toEqual([
    'thuoc-do/wave/dot-1',
    '12',
    Buffer.from(root, 'base64url').toString('base64'),
    '2026-11-23',
    '',
  ])
  const line = note.trimEnd().split('\n').at(-1)!
  const [dash, name, signed] = line.split(' ')
  expect([dash, name]).toEqual(['—', 'thuoc-do/wave/dot-1'])
  const bytes = Buffer.from(signed!, 'base64')
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: head.key }, format: 'jwk' })
  expect(verify(null, Buffer.from(headText(head)), publicKey, bytes.subarray(4))).toBe(true)
  const id = createHash('sha256')
    .update('thuoc-do/wave/dot-1\n\x01')
    .update(Buffer.from(head.key, 'base64url'))
    .digest()
  expect(bytes.subarray(0, 4)).toEqual(id.subarray(0, 4))
})

test('people compare a key by eight groups of four digits', () => {
  expect(fingerprint(head.key)).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/)
})
