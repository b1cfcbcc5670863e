// An officer stops a mailing that has not ended. What has gone out has gone out.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { cancelMailing as cancel } from '#lib/db/mailings'
import { findConfidentialWave } from '#lib/flows/find-confidential-wave'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({ wave: z.string().max(100), mailing: z.uuid() })

/** Throws unknownMailing for one that is over. */
export async function cancelMailing(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const { wave: waveId, mailing } = requireShape(shape, input)
  const { officer, wave } = await findConfidentialWave(actor, 'messages.write', waveId)
  if (!(await cancel(wave.id, mailing))) throw problems.unknownMailing({ mailing })
  await insertAuditEvent(officer, { action: 'cancel-mailing', subject: mailing, details: { wave: wave.id } })
}
