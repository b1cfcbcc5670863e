// Which units are behind shortly before a wave closes: fewer ballots were issued than were aimed at.
type Progress = { unitId: string; target: number; invited: number; issued: number }

const day = 86_400_000

/** Their ids; none while there is more time left than `daysBefore`, and none after closing. 0 days: no alert. */
export function lateUnits(units: Progress[], closesAt: Date, daysBefore: number, now: Date): string[] {
  const left = closesAt.getTime() - now.getTime()
  if (left <= 0 || left > daysBefore * day) return []
  return units
    .filter(({ target, invited, issued }) => issued < Math.min(target, invited))
    .map(({ unitId }) => unitId)
}
