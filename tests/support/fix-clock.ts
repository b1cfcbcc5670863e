// A clock that stands still: `new Date()` and Date.now() say the same on every machine and in every year. Timers and the
// clock of the database go on.
import { afterEach, vi } from 'vitest'

/** Noon of a working day in Ninh Phước. */
export const fixedNow = new Date('2026-06-15T12:00:00+07:00')

/** Stops the clock at `now` until the end of the test. */
export function fixClock(now: Date = fixedNow) {
  vi.useFakeTimers({ now, toFake: ['Date'] })
}

afterEach(() => void vi.useRealTimers())
