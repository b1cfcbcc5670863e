// The ticket to the prize draw that the thanks page hands to whoever has answered. It is random and signed, so the server knows
// its own again without keeping anything: nothing of it stands with the answer. Only its keyed hash is kept, once it has entered.
import { randomBytes } from 'node:crypto'
import { isSignature, sign } from '#lib/installation-secret'

const use = 'contest ticket'

/** A new ticket: 22 random characters, a dot, and the signature that binds it to this contest. */
export function makeTicket(contest: string): string {
  const random = randomBytes(16).toString('base64url')
  return `${random}.${sign(use, `${contest} ${random}`)}`
}

/** What is kept of a ticket that has entered the draw; null for one that is not ours, or another contest's. */
export function readTicket(contest: string, ticket: string): { ticketKey: string } | null {
  const [random = '', signature = '', ...rest] = ticket.split('.')
  if (!/^[\w-]{22}$/.test(random) || rest.length > 0) return null
  if (!isSignature(use, `${contest} ${random}`, signature)) return null
  return { ticketKey: sign('contest ticket used', `${contest} ${random}`) }
}

/** What is kept of a telephone number, to know it again in this contest and nowhere else. */
export const phoneKeyOf = (contest: string, phone: string): string =>
  sign('contest phone', `${contest} ${phone}`)
