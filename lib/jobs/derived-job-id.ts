// The id of a job that must exist once for a thing and a day: queuing it again is then harmless.
import { createHash } from 'node:crypto'

/** A UUID (version 8: made by a rule of ours) that follows from the parts. */
export function derivedJobId(...parts: string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
