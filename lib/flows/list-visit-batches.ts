// The batches of visit codes of a wave: printed, handed out, used, and the share of visits that led to an answer. How many
// were used is told only as coarsely as lib/visit-rates allows: the exact number never leaves this flow while it can grow.
import { z } from 'zod'
import { type MaybeActor, visibleUnits } from '#lib/access'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { listVisitBatches as listRows } from '#lib/db/visit-codes'
import { requireShape } from '#lib/user-input'
import type { VisitBatch, VisitBatchLine } from '#lib/visit-batch'
import { daysOfGrace } from '#lib/visit-code'
import { answerShares, shownUse } from '#lib/visit-rates'

const shape = z.object({ wave: z.string().max(60) })

/** Of the units the actor may see, newest first. */
export async function listVisitBatches(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<VisitBatch[]> {
  const shown = visibleUnits(actor, 'waves.read')
  const { wave } = requireShape(shape, input)
  const rows = await listRows(wave, shown)
  const [today, lastTaken] = [dayInVietNam(), dayInVietNam(new Date(Date.now() - daysOfGrace * 86_400_000))]
  return rows.map(({ used: exact, ...row }) => {
    const isOver = row.revokedOn !== null || row.validTo < lastTaken
    const used = shownUse({ printed: row.printed, used: exact, isOver })
    const left = { from: row.printed - used.to, to: row.printed - used.from }
    return { ...row, used, left, ...answerShares({ ...row, used }), state: stateOf(row, today) }
  })
}

function stateOf(batch: Omit<VisitBatchLine, 'used'>, today: string): VisitBatch['state'] {
  if (batch.revokedOn) return 'revoked'
  if (today < batch.validFrom) return 'coming'
  return today > batch.validTo ? 'expired' : 'valid'
}
