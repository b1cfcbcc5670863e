// The fingerprint of a definition: the same whatever the order of members, the spacing and the line ends of the file.
import { createHash } from 'node:crypto'
import { canonicalJson } from '#lib/canonical-json'

/** SHA-256 of the canonical JSON, in hexadecimal. */
export function hashDefinition(body: unknown): string {
  return createHash('sha256').update(canonicalJson(body)).digest('hex')
}
