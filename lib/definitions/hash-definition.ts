// The fingerprint of a definition: the same whatever the order of members, the spacing and the line ends of the file.
import { createHash } from 'node:crypto'

/** JSON with the members of every object in the order of their names. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
}

/** SHA-256 of the canonical JSON, in hexadecimal. */
export function hashDefinition(body: unknown): string {
  return createHash('sha256').update(canonicalJson(body)).digest('hex')
}
