// The sheets that two people read differently, field by field, side by side, for somebody with the paper in hand. Which of
// the two is whose is not said.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { insertReadEvent } from '#lib/db/audit'
import { listPaperEntries } from '#lib/db/paper-entries'
import { batchPlace, requireOpenBatch } from '#lib/flows/find-paper-batch'
import { differingFields } from '#lib/surveys/paper-form/keyed-sheet'
import type { PaperField } from '#lib/surveys/paper-form/paper-field'
import { type SheetPair, settleSheets } from '#lib/surveys/paper-form/settle-sheets'
import { requireShape } from '#lib/user-input'

const shape = z.object(batchPlace)

export type SheetDifference = {
  sheet: number
  first: { voidReason: string; isVoid: boolean }
  second: { voidReason: string; isVoid: boolean }
  fields: { field: PaperField; first: string; second: string }[]
}

/** In the order of the sheets. Throws what find-paper-batch throws. */
export async function loadPaperDifferences(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<SheetDifference[]> {
  const { officer, batch, key, questions } = await requireOpenBatch(actor, requireShape(shape, input))
  await insertReadEvent(officer, {
    action: 'load-paper-differences',
    unitId: key.unitId,
    subject: `${key.waveId} ${batch.number}`,
  })
  const { differing } = settleSheets(await listPaperEntries(key), batch.isDouble)
  const fields = questions.flatMap((question) => question.fields)
  return differing.map((pair) => difference(pair, fields))
}

function difference({ sheet, first, second }: SheetPair, fields: PaperField[]): SheetDifference {
  const side = ({ voidReason }: { voidReason: string }) => ({ voidReason, isVoid: voidReason !== '' })
  const keys = new Set(differingFields(first.keyed, second.keyed))
  const isOneVoid = first.voidReason !== '' || second.voidReason !== ''
  return {
    sheet,
    first: side(first),
    second: side(second),
    fields: isOneVoid
      ? []
      : fields
          .filter(({ key }) => keys.has(key))
          .map((field) => ({
            field,
            first: first.keyed[field.key] ?? '',
            second: second.keyed[field.key] ?? '',
          })),
  }
}
