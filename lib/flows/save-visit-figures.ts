// What a desk reports about a batch of slips: how many it handed out, and how many visits there were in those days.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { findVisitBatch, updateVisitBatch } from '#lib/db/visit-codes'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const says = {
  error: JSON.stringify({
    vi: 'Hãy nhập số nguyên từ 0 đến 1.000.000, hoặc để trống.',
    en: 'Enter a whole number from 0 to 1,000,000, or leave it empty.',
  }),
}
const figure = z
  .string()
  .trim()
  .regex(/^\d{0,7}$/, says)
  .transform((text) => (text === '' ? null : Number(text)))
  .refine((number) => number === null || number <= 1_000_000, says)
const shape = z.object({ batch: z.string().max(60), handedOut: figure, visits: figure })

/** Throws notFound, invalidInput. Empty takes a figure back. */
export async function saveVisitFigures(
  actor: MaybeActor,
  input: z.input<typeof shape> | Record<string, string>,
): Promise<void> {
  const { batch: id, handedOut, visits } = requireShape(shape, input)
  const batch = await findVisitBatch(id)
  const officer = allow(actor, 'codes.write', batch?.unitId)
  if (!batch) throw problems.notFound({ what: 'tập phiếu mã', id })
  await updateVisitBatch(id, { handedOut, visits })
  await insertAuditEvent(officer, {
    action: 'save-visit-figures',
    unitId: batch.unitId,
    subject: batch.waveId,
    details: { handedOut, visits },
  })
}
