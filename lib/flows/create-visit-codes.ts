// Makes a batch of visit codes for the slips of one desk. The codes are returned this once, to be printed; what is kept are
// keyed hashes, so that nobody can read unused codes out of the database.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { insertAuditEvent } from '#lib/db/audit'
import { insertVisitBatch } from '#lib/db/visit-codes'
import { requireCodeHash } from '#lib/flows/judge-visit-code'
import { requireWave } from '#lib/flows/require-wave'
import { type Fault, problems } from '#lib/problem'
import { collectors, places } from '#lib/surveys/collection'
import { requireShape } from '#lib/user-input'
import type { FreshCodes } from '#lib/visit-batch'
import { makeVisitCode } from '#lib/visit-code'

const mostAtOnce = 500
/** An answer says where and by whom the slip was handed out: fewer slips would say by that who may have answered. */
const fewestAtOnce = 20
const says = (vi: string, en: string) => ({ error: JSON.stringify({ vi, en }) })
const countSays = says(
  `Số phiếu mã phải là số nguyên từ ${fewestAtOnce} đến ${mostAtOnce}.`,
  `The number of slips must be a whole number from ${fewestAtOnce} to ${mostAtOnce}.`,
)
const shape = z.object({
  wave: z.string().max(60),
  unit: z.string().max(60, says('Hãy chọn đơn vị.', 'Choose a unit.')),
  count: z.coerce.number(countSays).int(countSays).min(fewestAtOnce, countSays).max(mostAtOnce, countSays),
  label: z
    .string()
    .trim()
    .max(60, says('Tên tập phiếu dài tối đa 60 ký tự.', 'The label may have at most 60 characters.'))
    .default(''),
  place: z.enum(places, says('Hãy chọn nơi phát.', 'Choose the place.')).default('desk'),
  collector: z
    .enum(collectors, says('Hãy chọn người phát.', 'Choose who hands them out.'))
    .default('desk-officer'),
  validFrom: z.iso.date(says('Hãy chọn ngày đầu.', 'Choose the first day.')),
  validTo: z.iso.date(says('Hãy chọn ngày cuối.', 'Choose the last day.')),
})

/** The new codes. Throws unknownWave, unknownUnit, invalidInput. */
export async function createVisitCodes(
  actor: MaybeActor,
  input: z.input<typeof shape> | Record<string, string>,
): Promise<FreshCodes> {
  const { wave: id, unit, count, ...batch } = requireShape(shape, input)
  const officer = allow(actor, 'codes.write', unit)
  const wave = await requireWave(id)
  if (!wave.units.some((one) => one.id === unit)) throw problems.unknownUnit({ unit })
  const faults = faultsOf(wave, batch)
  if (faults.length > 0) throw problems.invalidInput({ faults })
  const today = new Date(dayInVietNam(new Date()))
  const days = { validFrom: new Date(batch.validFrom), validTo: new Date(batch.validTo), createdOn: today }
  const codes = await storeCodes(count, (hashes) =>
    insertVisitBatch({ waveId: id, unitId: unit, ...batch, ...days }, hashes),
  )
  await insertAuditEvent(officer, {
    action: 'create-visit-codes',
    unitId: unit,
    subject: id,
    details: { count, from: batch.validFrom, to: batch.validTo },
  })
  const { label, place, collector, validTo } = batch
  return { unit, label, place, collector, validTo, codes }
}

/** Draws codes until none of them was ever drawn before. */
async function storeCodes(count: number, store: (hashes: string[]) => Promise<boolean>): Promise<string[]> {
  for (;;) {
    const codes = Array.from({ length: count }, makeVisitCode)
    if (await store(codes.map((code) => requireCodeHash(code, { hasOpenForm: false })))) return codes
  }
}

type Facts = { audience: string; entries: string[]; places: string[]; closesAt: Date }

function faultsOf(wave: Facts, batch: { place: string; validFrom: string; validTo: string }): Fault[] {
  const faults: Fault[] = []
  if (!wave.entries.includes('visit-code')) faults.push(notOffered)
  if (batch.place !== '' && !wave.places.includes(batch.place)) faults.push(placeNotOffered)
  if (batch.validTo < batch.validFrom) faults.push(daysBackward)
  else if (batch.validTo < dayInVietNam(new Date())) faults.push(daysOver)
  return faults
}

const notOffered: Fault = {
  question: '',
  code: 'codes_not_offered',
  vi: 'Đợt này không dùng mã phát tại quầy. Quyền trả lời được chọn khi lập đợt.',
  en: 'This wave does not use codes from the desk. The rights to answer are chosen when a wave is planned.',
}
const placeNotOffered: Fault = {
  question: 'place',
  code: 'place_not_offered',
  vi: 'Đợt này không nhận phiếu từ nơi đã chọn.',
  en: 'This wave does not take answers from that place.',
}
const daysBackward: Fault = {
  question: 'validTo',
  code: 'days_backward',
  vi: 'Ngày cuối trước ngày đầu.',
  en: 'The last day comes before the first.',
}
const daysOver: Fault = {
  question: 'validTo',
  code: 'days_over',
  vi: 'Ngày cuối đã qua.',
  en: 'The last day has passed.',
}
