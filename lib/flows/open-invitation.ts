// What an invited person gets to see: which form about which unit, until when, and the public key of the group. Nothing is
// written and nothing is logged, so looking into an invitation leaves no trace.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import type { OpenedInvitation } from '#lib/ballots/ballot-client'
import { findInvitation } from '#lib/flows/find-invitation'
import { requireUnit } from '#lib/flows/find-place'
import { requireRequest } from '#lib/flows/require-request'

const shape = z.strictObject({ code: z.string().max(100) })

/** Open to everybody: the code decides. Throws what find-invitation throws. */
export async function openInvitation(_actor: MaybeActor, input: unknown): Promise<OpenedInvitation> {
  const { code } = requireRequest(shape, input)
  const { invitation, wave } = await findInvitation(code)
  const unit = requireUnit(wave, invitation.unitId)
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
    state: invitation.isSigned ? 'signed' : 'unused',
    publicKey: invitation.publicKey,
    serving: wave.serving.way,
    languages: wave.languages,
  }
}
