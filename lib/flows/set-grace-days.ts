// Changes how many days after closing answers of before may still arrive. Until the wave closes, and never once results are
// public: afterwards whoever sets the days could already know which answers are still to come. Both numbers are audited.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { updateWaveGrace } from '#lib/db/waves'
import { forgetWave } from '#lib/flows/recall-wave'
import { requireWave } from '#lib/flows/require-wave'
import { type Fault, problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'
import { graceDays } from '#lib/wave-input'

const shape = z.object({ id: z.string().max(60), graceDays })

/** Throws unknownWave; invalidInput for a number that is none, and when the wave has closed or results are public. */
export async function setGraceDays(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const officer = allow(actor, 'waves.write')
  const { id, graceDays: days } = requireShape(shape, input)
  const wave = await requireWave(id)
  if (wave.secrecy === 'ballot') throw problems.invalidInput({ faults: [notForBallots] })
  if (!(await updateWaveGrace(id, days))) throw problems.invalidInput({ faults: [tooLate] })
  const details = { from: wave.graceDays, to: days }
  await insertAuditEvent(officer, { action: 'set-grace-days', subject: id, details })
  forgetWave(id)
}

const notForBallots: Fault = {
  question: 'graceDays',
  code: 'no_grace_for_ballots',
  vi: 'Đợt lấy phiếu kín không có gia hạn: hòm phiếu được mở sau khi đóng.',
  en: 'A wave of secret ballots has no days of grace: its box is opened after closing.',
}

const tooLate: Fault = {
  question: 'graceDays',
  code: 'grace_too_late',
  vi: 'Chỉ đổi được số ngày gia hạn khi đợt chưa đóng và chưa có kết quả công bố.',
  en: 'The days of grace can be changed only while the wave has not closed and nothing of it is released.',
}
