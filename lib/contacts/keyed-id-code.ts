// A code that proves the id of a row: the id (22 characters) and a keyed hash of it (16), base64url. It stands in no table,
// and one made for one purpose proves nothing for another.
import { timingSafeEqual } from 'node:crypto'
import { keyedHash, keyedHashes } from '#lib/secrecy/sealed-field'

const idLength = 22
const proofLength = 16

/** The code of a row; `id` is a UUID. */
export function keyedIdCode(purpose: string, id: string): string {
  const place = Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
  return place + keyedHash(purpose, id).slice(0, proofLength)
}

/** The id that a code proves, or null for a code that nobody here has made. */
export function idOfCode(purpose: string, code: string): string | null {
  if (!/^[\w-]{38}$/.test(code)) return null
  const place = code.slice(0, idLength)
  const bytes = Buffer.from(place, 'base64url')
  if (bytes.toString('base64url') !== place) return null
  const id = bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const proof = Buffer.from(code.slice(idLength))
  const proofs = keyedHashes(purpose, id).map((hash) => Buffer.from(hash.slice(0, proofLength)))
  return proofs.some((one) => timingSafeEqual(one, proof)) ? id : null
}
