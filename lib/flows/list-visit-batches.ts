// The batches of visit codes of a wave: printed, handed out, used, and the share of visits that led to an answer.
import { z } from 'zod'
import { type MaybeActor, visibleUnits } from '#lib/access'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { listVisitBatches as listRows, type VisitBatchLine } from '#lib/db/visit-codes'
import { requireShape } from '#lib/user-input'
import { type AnswerShares, answerShares } from '#lib/visit-rates'

const shape = z.object({ wave: z.string().max(60) })

export type VisitBatch = VisitBatchLine & AnswerShares & { state: 'coming' | 'valid' | 'expired' | 'revoked' }

/** Of the units the actor may see, newest first. */
export async function listVisitBatches(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<VisitBatch[]> {
  const shown = visibleUnits(actor, 'waves.read')
  const { wave } = requireShape(shape, input)
  const today = dayInVietNam(new Date())
  const rows = await listRows(wave, shown)
  return rows.map((row) => ({ ...row, ...answerShares(row), state: stateOf(row, today) }))
}

function stateOf({ validFrom, validTo, revokedOn }: VisitBatchLine, today: string): VisitBatch['state'] {
  if (revokedOn) return 'revoked'
  if (today < validFrom) return 'coming'
  return today > validTo ? 'expired' : 'valid'
}
