// Keeps one keyed sheet of an open stack. Sent again it is stored once, for stack, sheet and person say which it is. No line
// in the audit log: it would tie a person to sheets for good.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { storePaperEntry } from '#lib/db/paper-entries'
import { batchPlace, requireOpenBatch } from '#lib/flows/find-paper-batch'
import { problems } from '#lib/problem'
import { checkSheet } from '#lib/surveys/paper-form/check-sheet'
import { tidySheet, voidReasons } from '#lib/surveys/paper-form/keyed-sheet'
import { requireShape } from '#lib/user-input'

export const sheetShape = z.object({
  ...batchPlace,
  sheet: z.coerce.number().int().min(1).max(9999),
  keyed: z.record(z.string().max(300), z.string().max(5000)),
  voidReason: z.enum(['', ...voidReasons]).default(''),
})

/** Throws invalidAnswers, sheetTaken, sheetAgreed, batchClosed and what find-paper-batch throws. */
export async function savePaperSheet(
  actor: MaybeActor,
  input: z.input<typeof sheetShape>,
): Promise<{ sheet: number }> {
  const { sheet, voidReason, ...given } = requireShape(sheetShape, input)
  const { officer, wave, batch, key, questions } = await requireOpenBatch(actor, given)
  const keyed = voidReason ? {} : tidySheet(given.keyed)
  if (!voidReason) {
    const { faults } = checkSheet(wave.compiled, questions, keyed)
    if (faults.length > 0) throw problems.invalidAnswers({ faults })
    if (Object.keys(keyed).length === 0) throw problems.invalidInput({ faults: [nothingKeyed] })
  }
  const entry = { sheet, keyed, voidReason, enteredBy: officer.userId, day: dayInVietNam() }
  const outcome = await storePaperEntry(key, batch.isDouble ? 2 : 1, entry)
  if (outcome === 'closed') throw problems.batchClosed({ number: batch.number })
  if (outcome === 'taken') throw problems.sheetTaken({ sheet })
  if (outcome === 'agreed') throw problems.sheetAgreed({ sheet })
  return { sheet }
}

const nothingKeyed = {
  question: '',
  code: 'empty_sheet',
  vi: 'Phiếu chưa có câu trả lời nào. Nếu phiếu để trống, hãy ghi là phiếu trắng.',
  en: 'Nothing has been keyed in. If the sheet is blank, record it as blank.',
}
