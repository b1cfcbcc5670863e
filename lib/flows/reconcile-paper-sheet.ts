// Settles a sheet that two people read differently: for each field that differs, what the paper says. What both agreed on
// stays as it is; only the fields that differ are asked for.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { listPaperEntries, storeAgreedSheet } from '#lib/db/paper-entries'
import { batchPlace, requireOpenBatch } from '#lib/flows/find-paper-batch'
import { type Fault, problems } from '#lib/problem'
import { checkSheet } from '#lib/surveys/paper-form/check-sheet'
import { differingFields, type KeyedSheet, tidySheet, voidReasons } from '#lib/surveys/paper-form/keyed-sheet'
import { settleSheets } from '#lib/surveys/paper-form/settle-sheets'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  ...batchPlace,
  sheet: z.coerce.number().int().min(1).max(9999),
  /** By key of the field that differs; '' = the paper has nothing there. */
  decided: z.record(z.string().max(300), z.string().max(5000)).default({}),
  /** The sheet counts for nothing. */
  voidReason: z.enum(['', ...voidReasons]).default(''),
  /** Where one of the two said it counts for nothing: 'first' or 'second' is right as a whole. */
  whole: z.enum(['', 'first', 'second']).default(''),
})

/** Throws invalidAnswers, invalidInput while a difference is undecided, notFound when there is nothing to settle. */
export async function reconcilePaperSheet(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<{ sheet: number }> {
  const { sheet, decided, voidReason, whole, ...place } = requireShape(shape, input)
  const { wave, batch, key, questions } = await requireOpenBatch(actor, place)
  const { differing } = settleSheets(await listPaperEntries(key), batch.isDouble)
  const pair = differing.find((one) => one.sheet === sheet)
  if (!pair) throw problems.notFound({ what: 'phiếu cần đối chiếu', id: String(sheet) })
  const { first, second } = pair
  const chosen = whole ? pair[whole] : null
  const isOneVoid = first.voidReason !== '' || second.voidReason !== ''
  if (!voidReason && isOneVoid && !chosen) throw problems.invalidInput({ faults: [undecided('')] })
  const reason = voidReason || (chosen?.voidReason ?? '')
  const keyed = reason ? {} : (chosen?.keyed ?? merge(first.keyed, second.keyed, decided))
  if (!reason) {
    const { faults } = checkSheet(wave.compiled, questions, keyed)
    if (faults.length > 0) throw problems.invalidAnswers({ faults })
  }
  const isStored = await storeAgreedSheet(key, { sheet, keyed, voidReason: reason, day: dayInVietNam() })
  if (!isStored) throw problems.batchClosed({ number: batch.number })
  return { sheet }
}

function merge(first: KeyedSheet, second: KeyedSheet, decided: KeyedSheet): KeyedSheet {
  const differing = differingFields(first, second)
  const open = differing.filter((key) => !Object.hasOwn(decided, key))
  if (open.length > 0) throw problems.invalidInput({ faults: open.map(undecided) })
  const settled = Object.fromEntries(differing.map((key) => [key, decided[key]!]))
  return tidySheet({ ...first, ...settled })
}

const undecided = (key: string): Fault => ({
  question: key,
  code: 'undecided',
  vi: 'Chưa chọn giá trị đúng theo phiếu giấy.',
  en: 'What the paper says has not been chosen yet.',
})
