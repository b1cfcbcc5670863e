// Closes a stack: every settled sheet becomes one response, what was keyed in is deleted with the names of those who keyed
// it in, and counts remain. Cannot be undone. A count that does not match, or a sheet that counts for nothing, must be explained.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { type Closing, closePaperBatch as closeBatchRow } from '#lib/db/close-paper-batch'
import type { ResponseRow } from '#lib/db/insert-response'
import { batchPlace, type OpenBatch, requireOpenBatch } from '#lib/flows/find-paper-batch'
import { requireCollection, requireUnit, requireVillage } from '#lib/flows/find-place'
import { type Fault, problems } from '#lib/problem'
import { codeAnswers } from '#lib/surveys/code-answers'
import { mainLanguage } from '#lib/surveys/languages'
import { type CheckedSheet, checkSheet } from '#lib/surveys/paper-form/check-sheet'
import { type KeyedEntry, settleSheets } from '#lib/surveys/paper-form/settle-sheets'
import { summariseBatch } from '#lib/surveys/paper-form/summarise-batch'
import { requireShape } from '#lib/user-input'

const shape = z.object({ ...batchPlace, explanation: z.string().trim().max(1000).default('') })

/** Returns how many responses were stored. Throws batchUnfinished, batchClosed, invalidInput without an explanation. */
export async function closePaperBatch(actor: MaybeActor, input: z.input<typeof shape>): Promise<number> {
  const { explanation, ...place } = requireShape(shape, input)
  const open = await requireOpenBatch(actor, place)
  let stored = 0
  const isClosed = await closeBatchRow(open.key, (entries, roles) => {
    const closing = settle(open, entries, explanation)
    stored = closing.responses.length
    return { ...closing, keyedBy: roles.includes('commune') ? 'unit' : 'office' }
  })
  if (!isClosed) throw problems.batchClosed({ number: open.batch.number })
  return stored
}

function settle(open: OpenBatch, entries: KeyedEntry[], explanation: string): Omit<Closing, 'keyedBy'> {
  const { officer, wave, batch, questions } = open
  const { settled, differing, once, pairs } = settleSheets(entries, batch.isDouble)
  const unfinished = [...once, ...differing.map(({ sheet }) => sheet)].sort((a, b) => a - b)
  if (unfinished.length > 0) throw problems.batchUnfinished({ number: batch.number, sheets: unfinished })
  const valid = settled.filter(({ voidReason }) => voidReason === '')
  const needsWords = settled.length !== batch.sheets || valid.length !== settled.length
  if (needsWords && explanation.length < 10)
    throw problems.invalidInput({ faults: [unexplained(batch.sheets, settled.length, valid.length)] })
  const checked = valid.map(({ keyed }) => checkSheet(wave.compiled, questions, keyed))
  const faults = checked.flatMap((sheet) => sheet.faults)
  if (faults.length > 0) throw problems.invalidAnswers({ faults })
  const { number } = batch
  return {
    responses: checked.map((sheet) => responseOf(open, sheet)),
    closedOn: dayInVietNam(),
    explanation,
    summary: summariseBatch(settled, checked, pairs),
    audit: {
      actor: officer,
      action: 'close-paper-batch',
      unitId: batch.unitId,
      subject: wave.id,
      details: { number, counted: batch.sheets, keyed: settled.length, stored: valid.length },
    },
  }
}

function responseOf({ wave, batch }: OpenBatch, { answers }: CheckedSheet): ResponseRow {
  const unit = requireUnit(wave, batch.unitId)
  const collection = requireCollection(wave, { ...batch, mode: 'paper' })
  const village = requireVillage(collection.entry, unit, batch.cluster)
  return {
    unitId: unit.id,
    waveId: wave.id,
    receipt: randomUUID(),
    formId: wave.formId,
    day: batch.collectedOn,
    ...collection,
    batch: batch.number,
    language: mainLanguage,
    cluster: village?.code ?? '',
    stratum: village?.stratum ?? '',
    weight: village?.weight ?? 1,
    answers,
    coded: codeAnswers(wave.compiled, answers),
  }
}

const unexplained = (counted: number, keyed: number, valid: number): Fault => ({
  question: 'explanation',
  code: 'unexplained',
  vi: `Xấp đếm được ${counted} phiếu, đã nhập ${keyed}, trong đó ${valid} phiếu hợp lệ. Hãy giải thích (ít nhất 10 ký tự).`,
  en: `The stack was counted as ${counted} sheets, ${keyed} were keyed in, ${valid} of them valid. Explain why (10 characters or more).`,
})
