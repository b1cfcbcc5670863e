// What the keying screen needs: the fields of the form, and the person's own sheets of the stack. What others keyed in is
// not shown, so that a second reading is independent of the first.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { listPaperEntries } from '#lib/db/paper-entries'
import { batchPlace, requireOpenBatch } from '#lib/flows/find-paper-batch'
import type { KeyedSheet } from '#lib/surveys/paper-form/keyed-sheet'
import type { PaperQuestion } from '#lib/surveys/paper-form/paper-field'
import { requireShape } from '#lib/user-input'

const shape = z.object(batchPlace)

export type LoadedEntry = {
  number: string
  declared: number
  isDouble: boolean
  questions: PaperQuestion[]
  own: { sheet: number; keyed: KeyedSheet; voidReason: string }[]
  /** Sheets that this person cannot key in: enough others have. */
  taken: number[]
}

/** Throws notFound, batchClosed, notAllowed, paperNotByUnit. */
export async function loadPaperEntry(actor: MaybeActor, input: z.input<typeof shape>): Promise<LoadedEntry> {
  const { officer, batch, key, questions } = await requireOpenBatch(actor, requireShape(shape, input))
  const entries = await listPaperEntries(key)
  const own = entries.filter(({ enteredBy }) => enteredBy === officer.userId)
  const sheets = [...new Set(entries.map(({ sheet }) => sheet))]
  const isTaken = (sheet: number) => {
    const of = entries.filter((entry) => entry.sheet === sheet)
    const isOwn = of.some(({ enteredBy }) => enteredBy === officer.userId)
    return of.some(({ pass }) => pass === 0) || (!isOwn && of.length >= (batch.isDouble ? 2 : 1))
  }
  return {
    number: batch.number,
    declared: batch.sheets,
    isDouble: batch.isDouble,
    questions,
    own: own.map(({ sheet, keyed, voidReason }) => ({ sheet, keyed, voidReason })),
    taken: sheets.filter(isTaken),
  }
}
