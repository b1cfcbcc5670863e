// Takes a batch of visit codes back, e.g. when slips were lost: none of its codes is taken any more. Answers stay.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { insertAuditEvent } from '#lib/db/audit'
import { findVisitBatch, updateVisitBatch } from '#lib/db/visit-codes'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({ batch: z.string().max(60) })

/** Throws notFound. Revoking twice changes nothing. */
export async function revokeVisitBatch(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const { batch: id } = requireShape(shape, input)
  const batch = await findVisitBatch(id)
  const officer = allow(actor, 'codes.write', batch?.unitId)
  if (!batch) throw problems.notFound({ what: 'tập phiếu mã', id })
  if (batch.revokedOn) return
  await updateVisitBatch(id, { revokedOn: new Date(dayInVietNam(new Date())) })
  await insertAuditEvent(officer, {
    action: 'revoke-visit-batch',
    unitId: batch.unitId,
    subject: batch.waveId,
  })
}
