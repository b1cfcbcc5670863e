// Checks Ed25519 signatures of heads and promises, in the browser as here: not with WebCrypto, because phones of some years
// ago do not know Ed25519 and pages on plain http have no WebCrypto at all.
import { hashes, verify } from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64url } from '#lib/ledger/base64url'

hashes.sha512 = sha512

/** Whether `signature` over `text` was made with the private half of `key` (both base64url), by the strict rules of RFC 8032. */
export function verifySignature(text: string, signature: string, key: string): boolean {
  const [signatureBytes, keyBytes] = [fromBase64url(signature), fromBase64url(key)]
  if (signatureBytes?.length !== 64 || keyBytes?.length !== 32) return false
  try {
    return verify(signatureBytes, utf8ToBytes(text), keyBytes, { zip215: false })
  } catch {
    return false
  }
}
