// An officer says until when the invitations of a wave can be used: all of them, used or not, because changing single ones would
// need to know who still needs theirs. A code that had expired works again as soon as its day is put off.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { setInvitationExpiry as setRows } from '#lib/db/insert-invitations'
import { findConfidentialWave } from '#lib/flows/find-confidential-wave'
import { expiryFaults, expiryOf, lastDayShape } from '#lib/invitation-expiry'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({ wave: z.string().max(60), lastDay: lastDayShape })

/** Throws waveClosed, and invalidInput for a day on which nobody could use them. */
export async function setInvitationExpiry(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const { wave: id, lastDay } = requireShape(shape, input)
  const { officer, wave } = await findConfidentialWave(actor, 'invitations.write', id)
  const now = new Date()
  if (wave.closesAt <= now || wave.cancelledAt) throw problems.waveClosed({ closedAt: wave.closesAt })
  const faults = expiryFaults(lastDay, wave, now)
  if (faults.length > 0) throw problems.invalidInput({ faults })
  await setRows(wave.id, expiryOf(lastDay, wave))
  await insertAuditEvent(officer, {
    action: 'set-invitation-expiry',
    subject: wave.id,
    details: { lastDay: lastDay || 'closing' },
  })
}
