// The first days of the steps of a roll-out, a fixed number of months apart.

export type StartPlan = {
  /** yyyy-mm-dd */
  first: string
  /** Steps in all, the comparison included. */
  steps: number
  monthsBetween: number
  /** The last step starts after the last wave, or never. */
  hasComparison: boolean
}

/** The 31st becomes the last day of a shorter month. */
export function rolloutStarts({ first, steps, monthsBetween, hasComparison }: StartPlan): (string | null)[] {
  return Array.from({ length: steps }, (_, at) =>
    hasComparison && at === steps - 1 ? null : addMonths(first, at * monthsBetween),
  )
}

function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10)
}
