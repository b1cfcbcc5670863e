// Deadlines in days as offices count them: the day of receipt does not count, Saturdays, Sundays and the holidays that an
// administrator has entered do not either. Days are texts, "2026-11-23", so that no time zone can move them.

/** The last of `count` working days after `day`. */
export function addWorkingDays(day: string, count: number, holidays: readonly string[]): string {
  let [reached, left] = [day, count]
  while (left > 0) {
    reached = addDays(reached, 1)
    if (isWorkingDay(reached, holidays)) left--
  }
  return reached
}

/** Calendar days. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

function isWorkingDay(day: string, holidays: readonly string[]): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays.includes(day)
}
