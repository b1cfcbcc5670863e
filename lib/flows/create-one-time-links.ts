// Makes one-time links for the invited delegates of a unit. The tokens are returned this once, to be handed out; only
// their hashes are kept, so nobody, not even an administrator, can tell afterwards who used which.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { findWave, insertOneTimeLinks } from '#lib/db/waves'
import { hashToken } from '#lib/flows/submit-answers'
import { type Fault, problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const mostAtOnce = 500
const countSays = {
  error: JSON.stringify({
    vi: `Số đường dẫn phải là số nguyên từ 1 đến ${mostAtOnce}.`,
    en: `The number of links must be a whole number from 1 to ${mostAtOnce}.`,
  }),
}
const shape = z.object({
  wave: z.string().max(60),
  unit: z.string().max(60),
  count: z.coerce.number(countSays).int(countSays).min(1, countSays).max(mostAtOnce, countSays),
})

/** The new tokens, 128 random bits each. Throws unknownWave, unknownUnit, and invalidInput for a wave of citizens. */
export async function createOneTimeLinks(
  actor: MaybeActor,
  input: z.input<typeof shape> | Record<string, string>,
): Promise<{ unit: string; tokens: string[] }> {
  const officer = allow(actor, 'links.create')
  const { wave: id, unit, count } = requireShape(shape, input)
  const wave = await findWave(id)
  if (!wave) throw problems.unknownWave({ wave: id })
  if (!wave.units.some((one) => one.id === unit)) throw problems.unknownUnit({ unit })
  if (wave.audience !== 'delegates') throw problems.invalidInput({ faults: [notForCitizens] })
  const tokens = Array.from({ length: count }, () => randomBytes(16).toString('base64url'))
  await insertOneTimeLinks(tokens.map((token) => ({ tokenHash: hashToken(token), waveId: id, unitId: unit })))
  await insertAuditEvent(officer, {
    action: 'create-one-time-links',
    unitId: unit,
    subject: id,
    details: { count },
  })
  return { unit, tokens }
}

const notForCitizens: Fault = {
  question: 'unit',
  code: 'links_for_delegates_only',
  vi: 'Đường dẫn dùng một lần chỉ dành cho đợt lấy ý kiến đại biểu; người dân trả lời qua mã QR chung.',
  en: 'One-time links are for waves of delegates only; citizens answer through the common QR code.',
}
