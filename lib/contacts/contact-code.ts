// The code by which a person reaches what is held about them: the row's id and a keyed hash of it. It stands in the fragment
// of the link "/privacy#…" in every mail, which browsers never send, and in no table.
import { timingSafeEqual } from 'node:crypto'
import { keyedHash, keyedHashes } from '#lib/secrecy/sealed-field'

const proofLength = 16
const purpose = 'contact.code'

/** Id (22 characters) and proof (16), base64url. */
export function contactCode(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url') + proofOf(id)
}

/** The id that a code proves, or null for a code that nobody here has made. */
export function contactOfCode(code: string): string | null {
  if (!/^[\w-]{38}$/.test(code)) return null
  const bytes = Buffer.from(code.slice(0, 22), 'base64url')
  if (bytes.toString('base64url') !== code.slice(0, 22)) return null
  const hex = bytes.toString('hex')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const proof = Buffer.from(code.slice(22))
  const proofs = keyedHashes(purpose, id).map((hash) => Buffer.from(hash.slice(0, proofLength)))
  return proofs.some((one) => timingSafeEqual(one, proof)) ? id : null
}

const proofOf = (id: string) => keyedHash(purpose, id).slice(0, proofLength)
