// The invitation behind a code that somebody has, with its wave, if it may be used now. Opening and signing meet the same
// rules here, but for the expiry: the transaction that signs asks it, because whoever asked in time and lost the reply must get
// the same signature again, and nobody else may learn from a code whether it was used.
import { hashInvitationCode } from '#lib/ballots/derive-invitation-code'
import { readInvitationCode } from '#lib/ballots/invitation-code'
import { type FoundInvitation, findInvitation as findRow } from '#lib/db/ballot-groups'
import { env } from '#lib/env'
import { requireOpen } from '#lib/flows/find-place'
import { type RecalledWave, recallWave } from '#lib/flows/recall-wave'
import { problems } from '#lib/problem'

export type UsableInvitation = { invitation: FoundInvitation; wave: RecalledWave }

/** Throws invitationMistyped, invitationUnknown, invitationRevoked, waveNotOpen or waveClosed. */
export async function findInvitation(typed: string): Promise<UsableInvitation> {
  const code = readInvitationCode(typed)
  if (!code) throw problems.invitationMistyped({})
  const invitation = await findRow(hashInvitationCode(invitationKey(), code))
  if (!invitation) throw problems.invitationUnknown({})
  if (invitation.isRevoked) throw problems.invitationRevoked({})
  const wave = await recallWave(invitation.waveId)
  requireOpen(wave)
  if (!invitation.privateKey) throw problems.waveClosed({ closedAt: wave.closesAt })
  return { invitation, wave }
}

/** Throws invitationExpired, whether it was used or not. */
export function requireUnexpired({ expiresAt }: FoundInvitation): void {
  if (expiresAt && expiresAt <= new Date()) throw problems.invitationExpired({ expiredAt: expiresAt })
}

/** The key from which codes follow. */
export function invitationKey(): string {
  const { INVITATION_KEY } = env()
  if (!INVITATION_KEY) throw new Error('INVITATION_KEY is not set: the start command makes one')
  return INVITATION_KEY
}
