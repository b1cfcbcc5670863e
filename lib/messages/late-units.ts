// Which units are behind shortly before a wave closes: fewer ballots were issued than were aimed at. Counts are ranges, and a
// unit is named only when its whole range is below: an alert must be true, and must not tell of a single person.
import type { CountRange } from '#lib/count-range'

type Progress = { unitId: string; target: number; invited: number; issued: CountRange }

const day = 86_400_000

/** Their ids; none while there is more time left than `daysBefore`, and none after closing. 0 days: no alert. */
export function lateUnits(units: Progress[], closesAt: Date, daysBefore: number, now: Date): string[] {
  const left = closesAt.getTime() - now.getTime()
  if (left <= 0 || left > daysBefore * day) return []
  return units
    .filter(({ target, invited, issued }) => issued.to < Math.min(target, invited))
    .map(({ unitId }) => unitId)
}
