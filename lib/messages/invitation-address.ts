// The link and the code of an invitation. The code stands in the fragment, which browsers never send: no server and no proxy
// can log it.
import { deriveInvitationCode } from '#lib/ballots/derive-invitation-code'
import { formatInvitationCode } from '#lib/ballots/invitation-code'
import { env } from '#lib/env'

export type InvitationAddress = { link: string; code: string }
type Invitation = { id: string; version: number; waveId: string; unitId: string }

/** `code` in groups of four, as it is typed. Throws when INVITATION_KEY is not set. */
export function invitationAddress({ id, version, waveId, unitId }: Invitation): InvitationAddress {
  const { INVITATION_KEY } = env()
  if (!INVITATION_KEY) throw new Error('INVITATION_KEY is not set: the start command makes one')
  const code = formatInvitationCode(deriveInvitationCode(INVITATION_KEY, id, version))
  const url = new URL(`/s/${encodeURIComponent(waveId)}`, publicAddress())
  url.searchParams.set('u', unitId)
  url.hash = code
  return { link: url.href, code }
}

/** Where people reach us when there is no request to take it from. */
export function publicAddress(): string {
  const { PUBLIC_URL, PORT } = env()
  return PUBLIC_URL ?? `http://localhost:${PORT}`
}
