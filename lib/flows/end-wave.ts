// Ends a wave: closing keeps its answers and results, cancelling takes it out of every list of results as well. Neither
// can be undone, and neither deletes an answer; only ballots in a shut box, which nobody has read, go when a wave is cancelled.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { updateWaveTimes } from '#lib/db/waves'
import { emptyWaveBox } from '#lib/flows/empty-wave-box'
import { requireWave } from '#lib/flows/require-wave'
import { type Fault, problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'
import { waveStatus } from '#lib/wave-status'

const shape = z.object({ id: z.string().max(60), how: z.enum(['close', 'cancel']) })

/** Ends it now. Throws unknownWave; invalidInput when it is not open (close) or is cancelled already. */
export async function endWave(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const officer = allow(actor, 'waves.write')
  const { id, how } = requireShape(shape, input)
  const wave = await requireWave(id)
  const status = waveStatus(wave)
  if (how === 'close' && status !== 'open') throw problems.invalidInput({ faults: [notOpen] })
  if (how === 'cancel' && status === 'cancelled') throw problems.invalidInput({ faults: [cancelledAlready] })
  const now = new Date()
  await updateWaveTimes(id, how === 'close' ? { closesAt: now } : { cancelledAt: now })
  await insertAuditEvent(officer, { action: 'end-wave', subject: id, details: { how } })
  if (how === 'cancel' && wave.secrecy === 'ballot') await emptyWaveBox(id)
}

const notOpen: Fault = {
  question: '',
  code: 'wave_not_open',
  vi: 'Chỉ đóng được đợt đang mở.',
  en: 'Only an open wave can be closed.',
}

const cancelledAlready: Fault = {
  question: '',
  code: 'wave_cancelled',
  vi: 'Đợt này đã được hủy.',
  en: 'This wave is cancelled already.',
}
