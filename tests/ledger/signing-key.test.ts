import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { openLedgerKey } from '#lib/ledger/signing-key'
import { verifySignature } from '#lib/ledger/verify-signature'

// RFC 8032, 7.1, test 1: secret key, public key and signature of the empty message
const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'
const publicKey = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'
const signature =
  'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'
const asBase64url = (hex: string) => Buffer.from(hex, 'hex').toString('base64url')

test('signs and checks as RFC 8032 says', () => {
  const pkcs8 = asBase64url(`302e020100300506032b657004220420${seed}`)
  const signer = openLedgerKey(pkcs8)
  expect(signer.key).toBe(asBase64url(publicKey))
  expect(signer.sign('')).toBe(asBase64url(signature))
  expect(verifySignature('', asBase64url(signature), signer.key)).toBe(true)
  expect(verifySignature('x', asBase64url(signature), signer.key)).toBe(false)
})

test('a key of another kind is refused', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const secret = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url')
  expect(() => openLedgerKey(secret)).toThrow(RangeError)
})
