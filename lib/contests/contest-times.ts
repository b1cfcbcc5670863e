// When a contest takes answers, when its draw can be entered, when it can be drawn, when names are deleted. All follow from the
// wave's times, so that closing it early moves everything.
import { graceEnd } from '#lib/wave-grace'
import { type WaveStatus, waveStatus } from '#lib/wave-status'

const day = 24 * 60 * 60 * 1000

export type ContestTimes = {
  opensAt: Date
  closesAt: Date
  cancelledAt: Date | null
  graceDays: number
  entryDays: number
  keepDays: number
}

/** The moment from which nobody can enter the draw any more, and it can be drawn. */
export const entriesEnd = (times: Pick<ContestTimes, 'closesAt' | 'graceDays' | 'entryDays'>): Date =>
  new Date(graceEnd(times).getTime() + times.entryDays * day)

/** The moment from which names and telephone numbers are deleted; a cancelled contest has no use for them. */
export const deletedFrom = (times: Omit<ContestTimes, 'opensAt'>): Date =>
  times.cancelledAt ?? new Date(entriesEnd(times).getTime() + times.keepDays * day)

/** planned, open, entering (answers are closed, the draw can still be entered), closed, cancelled. */
export type ContestStatus = WaveStatus | 'entering'

export function contestStatus(times: ContestTimes, now: Date = new Date()): ContestStatus {
  const status = waveStatus(times, now)
  return status === 'closed' && now < entriesEnd(times) ? 'entering' : status
}

/** Whether the draw can be entered now. */
export const takesEntries = (times: ContestTimes, now: Date = new Date()): boolean =>
  ['open', 'entering'].includes(contestStatus(times, now))
