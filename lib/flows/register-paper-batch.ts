// An officer registers a stack of filled-in sheets: what stands on it, how many sheets it has, where and through whose
// hands they came. Only while the wave is open: no stack can turn up after results are known, though it may be keyed in later.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { insertPaperBatch } from '#lib/db/paper-batches'
import { requirePaperRight } from '#lib/flows/find-paper-batch'
import { requireCollection, requireOpen, requireUnit, requireVillage } from '#lib/flows/find-place'
import { type RecalledWave, recallWave } from '#lib/flows/recall-wave'
import { type Fault, problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const says = (vi: string, en: string) => ({ error: JSON.stringify({ vi, en }) })
const mostSheets = 1000
const sheetsSay = says(
  `Số phiếu là số nguyên từ 1 đến ${mostSheets}; xấp lớn hơn hãy chia nhỏ.`,
  `The number of sheets is a whole number from 1 to ${mostSheets}: split a larger stack.`,
)
const shape = z.object({
  wave: z.string().max(60),
  unit: z.string().max(60),
  number: z
    .string()
    .trim()
    .max(20, says('Số xấp dài tối đa 20 ký tự.', 'The stack’s number may have at most 20 characters.'))
    .regex(
      /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/,
      says(
        'Ghi số đã viết trên xấp: chữ không dấu, chữ số và gạch nối.',
        'Enter the number written on the stack: plain letters, digits and dashes.',
      ),
    ),
  cluster: z.string().max(60).default(''),
  place: z.string().max(60).default(''),
  collector: z.string().max(60).default(''),
  sheets: z.coerce.number(sheetsSay).int(sheetsSay).min(1, sheetsSay).max(mostSheets, sheetsSay),
  collectedOn: z.iso.date(says('Hãy chọn ngày thu phiếu.', 'Choose the day of collection.')),
  dueOn: z.iso.date(says('Hãy chọn hạn nhập.', 'Choose the day by which it is keyed in.')),
  isDouble: z.boolean().default(false),
})

export type PaperBatchInput = z.input<typeof shape> | Record<string, unknown>

/** Throws waveNotOpen, waveClosed, modeNotOffered, unknownUnit, unknownCluster, alreadyExists, invalidInput by field. */
export async function registerPaperBatch(
  actor: MaybeActor,
  input: PaperBatchInput,
): Promise<{ wave: string; unit: string; number: string }> {
  allow(actor, 'paper.write', String(input.unit))
  const typed = requireShape(shape, input)
  const wave = await recallWave(typed.wave)
  const officer = requirePaperRight(actor, wave, typed.unit)
  requireOpen(wave)
  if (wave.audience === 'delegates') throw problems.modeNotOffered({ mode: 'paper' })
  const unit = requireUnit(wave, typed.unit)
  const { place, collector, entry } = requireCollection(wave, { ...typed, mode: 'paper' })
  const village = requireVillage(entry, unit, typed.cluster)
  const { number, sheets, collectedOn, dueOn, isDouble } = typed
  const today = dayInVietNam()
  const faults = dayFaults(wave, { collectedOn, dueOn, today })
  if (faults.length > 0) throw problems.invalidInput({ faults })
  const facts = { number, sheets, place, collector, collectedOn, dueOn, isDouble }
  await insertPaperBatch(
    { ...facts, unitId: unit.id, waveId: wave.id, cluster: village?.code ?? '', registeredOn: today },
    {
      actor: officer,
      action: 'register-paper-batch',
      unitId: unit.id,
      subject: wave.id,
      details: { number, sheets, isDouble },
    },
  )
  return { wave: wave.id, unit: unit.id, number }
}

function dayFaults(
  { opensAt }: RecalledWave,
  { collectedOn, dueOn, today }: { collectedOn: string; dueOn: string; today: string },
): Fault[] {
  const faults: Fault[] = []
  const first = dayInVietNam(opensAt)
  if (collectedOn > today || collectedOn < first)
    faults.push({
      question: 'collectedOn',
      code: 'day_outside_wave',
      vi: `Ngày thu phiếu phải từ ${first} (ngày mở đợt) đến hôm nay.`,
      en: `The day of collection must lie between ${first}, when the wave opened, and today.`,
    })
  if (dueOn < today)
    faults.push({
      question: 'dueOn',
      code: 'day_in_the_past',
      vi: 'Hạn nhập không thể ở trong quá khứ.',
      en: 'The day by which it is keyed in cannot lie in the past.',
    })
  return faults
}
