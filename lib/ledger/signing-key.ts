// The key with which the server signs heads and promises (LEDGER_KEY). Server only: checking needs the public half, see
// verify-signature.ts. Ed25519 has no randomness that could go wrong: the same text always gets the same signature.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { toBase64url } from '#lib/ledger/base64url'

/** Signs with one key; `key` is its public half (32 bytes, base64url), which also names it. */
export type Signer = { key: string; sign: (text: string) => string }

/** A new private half, as LEDGER_KEY wants it (PKCS #8, base64url). */
export function makeLedgerKey(): string {
  return generateKeyPairSync('ed25519')
    .privateKey.export({ format: 'der', type: 'pkcs8' })
    .toString('base64url')
}

/** Opens LEDGER_KEY. Throws RangeError when it is no Ed25519 key. */
export function openLedgerKey(secret: string): Signer {
  const key = createPrivateKey({ key: Buffer.from(secret, 'base64url'), format: 'der', type: 'pkcs8' })
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  if (key.asymmetricKeyType !== 'ed25519' || !x) throw new RangeError('LEDGER_KEY is no Ed25519 key')
  return { key: x, sign: (text) => toBase64url(sign(null, Buffer.from(text), key)) }
}
