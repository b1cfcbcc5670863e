// What an invited person gets to see: which form about which unit, until when, and the public key of the group. Nothing about the
// invitation is written or logged, so looking into it leaves no trace. It does not say whether the invitation was used: whoever
// prints letters has everybody's code, and must not learn who has answered. And the list of keys must stand in the public log before
// anybody compares a key with it, or the browser of the very first delegate would raise a false alarm.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import type { OpenedInvitation } from '#lib/ballots/ballot-client'
import { findInvitation, requireUnexpired } from '#lib/flows/find-invitation'
import { requireUnit } from '#lib/flows/find-place'
import { beginLog } from '#lib/flows/require-logged-keys'
import { requireRequest } from '#lib/flows/require-request'

const shape = z.strictObject({ code: z.string().max(100) })

/** Open to everybody: the code decides. Throws what find-invitation throws, and invitationExpired. */
export async function openInvitation(_actor: MaybeActor, input: unknown): Promise<OpenedInvitation> {
  const { code } = requireRequest(shape, input)
  const { invitation, wave } = await findInvitation(code)
  requireUnexpired(invitation)
  const unit = requireUnit(wave, invitation.unitId)
  await beginLog(wave)
  return {
    wave: wave.id,
    title: wave.title,
    titleEn: wave.titleEn,
    unit: unit.id,
    unitName: unit.name,
    unitNameEn: unit.nameEn,
    stratum: invitation.stratum,
    weight: invitation.weight,
    form: wave.formName,
    opensAt: wave.opensAt.toISOString(),
    closesAt: wave.closesAt.toISOString(),
    takeBy: (invitation.expiresAt ?? wave.closesAt).toISOString(),
    publicKey: invitation.publicKey,
    serving: wave.serving.way,
    languages: wave.languages,
  }
}
