// The code by which a person ends messages: the row's id and a keyed hash of it, in no table. It is another one than the
// code that shows a person's data, because mail programs send this one to us by themselves (RFC 8058), so it stands in a path.
import { timingSafeEqual } from 'node:crypto'
import { keyedHash, keyedHashes } from '#lib/secrecy/sealed-field'

const proofLength = 16
const purpose = 'contact.opt-out'

/** Id (22 characters) and proof (16), base64url. */
export function optOutCode(contactId: string): string {
  const id = Buffer.from(contactId.replaceAll('-', ''), 'hex').toString('base64url')
  return id + keyedHash(purpose, contactId).slice(0, proofLength)
}

/** The contact whose code it is, or null for a code that nobody here has made. */
export function contactOfOptOutCode(code: string): string | null {
  if (!/^[\w-]{38}$/.test(code)) return null
  const bytes = Buffer.from(code.slice(0, 22), 'base64url')
  if (bytes.toString('base64url') !== code.slice(0, 22)) return null
  const hex = bytes.toString('hex')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const proof = Buffer.from(code.slice(22))
  const proofs = keyedHashes(purpose, id).map((hash) => Buffer.from(hash.slice(0, proofLength)))
  return proofs.some((one) => timingSafeEqual(one, proof)) ? id : null
}
