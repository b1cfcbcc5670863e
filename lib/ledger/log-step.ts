// When the log of a wave goes on. Answers enter it once a day, with the first run after midnight in Viet Nam, and when the
// wave closes: its batches are public, and a batch every few minutes would tell at what time somebody answered. Ballots of a
// confidential wave enter it together, when nothing can be added any more: who was still sent a reminder on some day is known
// to the office, and a batch before that day would tell whose ballots it holds.
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { graceEnd } from '#lib/wave-grace'
import { waveStatus } from '#lib/wave-status'

export type WaveToLog = {
  secrecy: string
  opensAt: Date
  closesAt: Date
  cancelledAt: Date | null
  graceDays: number
  boxOpenedAt: Date | null
  /** A confidential wave has the keys of its ballots. */
  hasKeys: boolean
  /** Absent until the log has begun. */
  state: { day: string; isFinal: boolean } | null
}

/** keys: begin the log with the list of keys; answers: take in all there are; null: nothing yet. */
export type LogStep = 'keys' | 'answers' | null

/** The first leaf is public this long before the wave opens. */
const beginsBefore = 15 * 60 * 1000

export function logStep(wave: WaveToLog, now: Date): LogStep {
  const { state } = wave
  const isEnded = hasEnded(wave, now)
  if (!state) {
    if (wave.opensAt.getTime() - beginsBefore > now.getTime()) return null
    if (wave.secrecy === 'ballot' && !wave.hasKeys && !isEnded) return null
    return isEnded ? 'answers' : 'keys'
  }
  if (wave.secrecy === 'ballot' && !isEnded) return null
  const isNewDay = dayInVietNam(now) > state.day
  return isNewDay || (isEnded && !state.isFinal) ? 'answers' : null
}

/** Nothing more is expected: from then on only stragglers come, as stacks of paper that are keyed in late. */
export function hasEnded(wave: Omit<WaveToLog, 'hasKeys' | 'state'>, now: Date): boolean {
  const status = waveStatus(wave, now)
  if (wave.secrecy !== 'ballot') return status === 'closed' || status === 'cancelled'
  return wave.boxOpenedAt !== null || status === 'cancelled' || now >= graceEnd(wave)
}
