// Activities come in from a spreadsheet: first as a preview with the columns that were recognised and every fault at its row,
// then all of them or (if asked for) all but the faulty rows. The same file a second time finds everything recorded already.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { allow, isAllowed, type MaybeActor } from '#lib/access'
import { type ActivityMapping, guessActivityColumns } from '#lib/campaigns/activity-columns'
import type { ActivityPreview } from '#lib/campaigns/activity-preview'
import { findRepeatedActivities } from '#lib/campaigns/find-repeated-activities'
import { type ActivityRowFault, type ReadActivity, readActivities } from '#lib/campaigns/read-activities'
import { insertActivities, listActivities, listKnownIds } from '#lib/db/activities'
import { translateError } from '#lib/db/translate-error'
import { loadActivityBook } from '#lib/flows/load-activity-book'
import { writableUnits } from '#lib/flows/load-activity-form'
import { readVocabulary } from '#lib/flows/read-vocabulary'
import { previewImport } from '#lib/imports/import-preview'
import { readRows } from '#lib/imports/read-rows'
import { requireGoodRows } from '#lib/imports/require-good-rows'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  bytes: z.instanceof(Uint8Array),
  /** Field -> column; absent: guessed from the head line. */
  mapping: z.partialRecord(z.string().max(80), z.number().int().min(0).max(200)).optional(),
  /** For rows that name no unit. */
  unit: z.string().max(60).default(''),
  /** Stores the good rows and leaves the faulty ones out. */
  leavesOut: z.boolean().default(false),
  /** Checks without storing. */
  isTrial: z.boolean().default(false),
})

/** Throws invalidInput for an unreadable file, and for faulty rows unless they are left out. */
export async function importActivities(
  actor: MaybeActor,
  input: z.input<typeof shape>,
  now: Date = new Date(),
): Promise<ActivityPreview> {
  const officer = allow(actor, 'activities.write', actor?.unitId)
  const given = requireShape(shape, input)
  const table = await readRows(given.bytes)
  if ('fault' in table)
    throw problems.invalidInput({ faults: [{ question: 'file', code: 'unreadable_file', ...table.fault }] })
  const head = table.rows[0] ?? []
  const vocabulary = await readVocabulary()
  const mapping =
    (given.mapping as ActivityMapping | undefined) ?? guessActivityColumns(head, vocabulary.channels)
  const units = await writableUnits(officer, now)
  const books = new Map(
    await Promise.all(
      units.map(async ({ id }) => [id, await loadActivityBook(id, now, vocabulary)] as const),
    ),
  )
  const unit = isAllowed(officer, 'activities.write', given.unit) ? given.unit : (officer.unitId ?? '')
  const read = readActivities(table.rows, mapping, books, units, unit, vocabulary)
  const { refused, warned } = findRepeatedActivities(read.activities, await listRecorded(read.activities))
  const idOf = rowIds(given.bytes)
  const ids = new Set(await listKnownIds(read.activities.map(({ row }) => idOf(row))))
  const cameBefore = read.activities
    .filter(({ row }) => ids.has(idOf(row)) && !refused.some((one) => one.row === row))
    .map(({ row }): ActivityRowFault => ({ row, field: 'row', ...imported }))
  const faults = [...read.faults, ...refused, ...cameBefore].sort((one, other) => one.row - other.row)
  const { preview, good } = previewImport({ head, mapping, rows: read.activities, faults, warned })
  if (given.isTrial) return preview
  requireGoodRows(preview, given.leavesOut)
  await insertActivities(
    officer,
    good.map(({ row, ...facts }) => ({
      ...facts,
      id: idOf(row),
      version: 1,
      isWithdrawn: false,
      reason: '',
      source: 'import' as const,
    })),
  ).catch(translateError({ what: 'các hoạt động của tệp', id: '' }))
  return { ...preview, stored: good.length }
}

/** What is recorded in the days of the rows. */
async function listRecorded(rows: readonly ReadActivity[]) {
  if (rows.length === 0) return []
  const ends = rows.map(({ endsOn }) => endsOn).sort()
  const units = [...new Set(rows.map(({ unitId }) => unitId))]
  return listActivities({ from: ends[0]!, to: ends.at(-1)!, units })
}

/** The same row of the same file always gets the same id: two sendings at once cannot record it twice. */
function rowIds(bytes: Uint8Array) {
  const file = createHash('sha256').update(bytes).digest('hex')
  return (row: number) => {
    const hash = createHash('sha256').update(`${file} ${row}`).digest('hex')
    return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
  }
}

const imported = {
  vi: 'dòng này của chính tệp này đã được nhập, sau đó đã sửa hoặc rút. Hãy xem lịch sử của hoạt động đó.',
  en: 'this row of this very file was imported before and corrected or withdrawn since. See the history of that activity.',
}
