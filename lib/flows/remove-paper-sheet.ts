// Takes back one's own reading of a sheet while the stack is open: a wrong sheet number, a stack mixed up.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { deletePaperEntry } from '#lib/db/paper-entries'
import { batchPlace, requireOpenBatch } from '#lib/flows/find-paper-batch'
import { requireShape } from '#lib/user-input'

const shape = z.object({ ...batchPlace, sheet: z.coerce.number().int().min(1).max(9999) })

/** False when there was none, or it has been settled with another one. */
export async function removePaperSheet(actor: MaybeActor, input: z.input<typeof shape>): Promise<boolean> {
  const { sheet, ...place } = requireShape(shape, input)
  const { officer, key } = await requireOpenBatch(actor, place)
  return deletePaperEntry(key, sheet, officer.userId)
}
