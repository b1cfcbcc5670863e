// The periods that are reported on: Quý I, 6 tháng, năm. Whether a later report contains the earlier ones (6 months include
// Quý I) is a setting of the district's plan, because no document that we know says so.

export const periods = ['q1', 'h1', 'year'] as const
export type Period = (typeof periods)[number]

/** First and last day, both included, as "2024-01-01". */
export type Days = { from: string; to: string }

const ends: Record<Period, string> = { q1: '03-31', h1: '06-30', year: '12-31' }
const startsAlone: Record<Period, string> = { q1: '01-01', h1: '04-01', year: '07-01' }

/** The days of a period. Cumulative: from the first day of the year; else from the day after the period before. */
export function periodDays(year: number, period: Period, isCumulative: boolean): Days {
  return { from: `${year}-${isCumulative ? '01-01' : startsAlone[period]}`, to: `${year}-${ends[period]}` }
}

/** All days of a year. */
export const yearDays = (year: number): Days => periodDays(year, 'year', true)

/** All days of a month, 1 to 12. */
export function monthDays(year: number, month: number): Days {
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  return { from: `${last.slice(0, 8)}01`, to: last }
}

/** True when the day lies in the period; days are compared as text. */
export const isWithin = (day: string, { from, to }: Days): boolean => day >= from && day <= to
