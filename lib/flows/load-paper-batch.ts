// One stack: what was registered, how far its sheets are, how well two people agreed, and, once it is closed, its counts.
// Sheets are told apart by number only; nobody learns who keyed in what.
import { z } from 'zod'
import { allow, isAllowed, type MaybeActor } from '#lib/access'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import type { BatchFacts } from '#lib/db/paper-batches'
import { listPaperEntries } from '#lib/db/paper-entries'
import { batchPlace, requireBatch } from '#lib/flows/find-paper-batch'
import { requireUnit } from '#lib/flows/find-place'
import { recallWave } from '#lib/flows/recall-wave'
import { type Agreement, measureAgreement } from '#lib/surveys/paper-form/agreement'
import type { PaperQuestion } from '#lib/surveys/paper-form/paper-field'
import { paperQuestions } from '#lib/surveys/paper-form/paper-questions'
import { settleSheets } from '#lib/surveys/paper-form/settle-sheets'
import type { BatchSummary } from '#lib/surveys/paper-form/summarise-batch'
import { requireShape } from '#lib/user-input'

const shape = z.object(batchPlace)

/** empty: nobody has keyed it in; once: one of two people has; differs: two did, differently; ready: nothing is missing. */
export type SheetState = 'empty' | 'once' | 'differs' | 'ready' | 'void'

export type LoadedBatch = {
  batch: BatchFacts
  wave: { id: string; title: string; titleEn: string }
  unit: { id: string; name: string; nameEn: string }
  village: string
  sheets: { sheet: number; state: SheetState }[]
  agreement: Agreement | null
  /** What is left of a closed stack. */
  summary: BatchSummary | null
  questions: PaperQuestion[]
  isLate: boolean
  /** This person may key in here. */
  canKeyIn: boolean
}

/** Throws notFound. */
export async function loadPaperBatch(actor: MaybeActor, input: z.input<typeof shape>): Promise<LoadedBatch> {
  const place = requireShape(shape, input)
  const reader = allow(actor, 'paper.read', place.unit)
  const [batch, wave] = await Promise.all([requireBatch(place), recallWave(place.wave)])
  const unit = requireUnit(wave, place.unit)
  const entries = await listPaperEntries(batch)
  const { settled, differing, once, pairs } = settleSheets(entries, batch.isDouble)
  const stateOf = (sheet: number): SheetState => {
    if (differing.some((one) => one.sheet === sheet)) return 'differs'
    if (once.includes(sheet)) return 'once'
    const reading = settled.find((one) => one.sheet === sheet)
    return reading ? (reading.voidReason ? 'void' : 'ready') : 'empty'
  }
  const numbers = new Set([
    ...Array.from({ length: batch.sheets }, (_, at) => at + 1),
    ...entries.map(({ sheet }) => sheet),
  ])
  return {
    batch,
    wave: { id: wave.id, title: wave.title, titleEn: wave.titleEn },
    unit: { id: unit.id, name: unit.name, nameEn: unit.nameEn },
    village: unit.villages.get(batch.cluster)?.name ?? '',
    sheets: batch.closedOn
      ? []
      : [...numbers].sort((a, b) => a - b).map((sheet) => ({ sheet, state: stateOf(sheet) })),
    summary: batch.closedOn ? (batch.summary as BatchSummary) : null,
    agreement:
      pairs.length > 0
        ? measureAgreement(pairs.map(({ first, second }) => [first.keyed, second.keyed]))
        : null,
    questions: paperQuestions(wave.compiled.form),
    isLate: !batch.closedOn && batch.dueOn < dayInVietNam(),
    canKeyIn:
      !batch.closedOn &&
      isAllowed(reader, 'paper.write', unit.id) &&
      (reader.role !== 'commune' || wave.isPaperKeyedByUnits),
  }
}
