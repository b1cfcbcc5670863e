// Codes are never stored: they follow from the id and version of an invitation by a key that stands outside the database.
// So a letter can be printed again, and whoever has the database alone cannot make a single code.
import { createHmac } from 'node:crypto'
import { codeOfBytes } from '#lib/ballots/invitation-code'

/** The code of an invitation (20 characters). A new version makes the codes of before useless. */
export function deriveInvitationCode(key: string, id: string, version: number): string {
  const mac = createHmac('sha256', Buffer.from(key, 'base64url')).update(`invitation code ${id} ${version}`)
  return codeOfBytes(mac.digest())
}

/** What the database keeps of a code, to find the invitation by it. */
export function hashInvitationCode(key: string, code: string): string {
  return createHmac('sha256', Buffer.from(key, 'base64url'))
    .update(`invitation hash ${code}`)
    .digest('base64url')
}
