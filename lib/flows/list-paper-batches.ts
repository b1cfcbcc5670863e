// The stacks of paper sheets that somebody may see, and how far each has been keyed in. Persons are not named anywhere.
import { z } from 'zod'
import { type MaybeActor, visibleUnits } from '#lib/access'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { type BatchProgress, listPaperBatches as listBatchRows } from '#lib/db/paper-batches'
import { requireShape } from '#lib/user-input'

const shape = z.object({ wave: z.string().max(60).optional() })

export type BatchLine = Omit<BatchProgress, 'summary'> & {
  /** Of the readings that the stack needs: 0 to 1, more sheets than counted never make it more. */
  share: number
  isLate: boolean
}

/** Open stacks first, the most urgent on top. */
export async function listPaperBatches(
  actor: MaybeActor,
  input: z.input<typeof shape> = {},
): Promise<BatchLine[]> {
  const units = visibleUnits(actor, 'paper.read')
  const { wave } = requireShape(shape, input)
  const batches = await listBatchRows({ units, waveId: wave })
  const today = dayInVietNam()
  return batches.map(({ summary: _summary, ...batch }) => {
    const needed = batch.sheets * (batch.isDouble ? 2 : 1)
    const done = batch.keyed + (batch.isDouble ? batch.keyedTwice : 0)
    const isClosed = batch.closedOn !== null
    return {
      ...batch,
      share: isClosed ? 1 : Math.min(1, done / needed),
      isLate: !isClosed && batch.dueOn < today,
    }
  })
}
