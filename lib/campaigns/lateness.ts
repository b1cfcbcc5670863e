// By how many days something was handed in late. While it is missing the days go on, but only to the end of the year in which
// it was due: of an old year one says "never", not "900 days".
import { daysAfter } from '#lib/campaigns/period-report'

export type Lateness = {
  /** Days after the last day in time, of the submission or of today; null: no day was set, or it never came. */
  daysLate: number | null
  /** Nothing was handed in, and the year is over. */
  isNever: boolean
}

/** All days are ISO days in Viet Nam; `submittedOn` null: nothing was handed in yet. */
export function latenessOf(dueOn: string | null, submittedOn: string | null, today: string): Lateness {
  const isNever = dueOn !== null && submittedOn === null && today.slice(0, 4) > dueOn.slice(0, 4)
  return { daysLate: isNever ? null : daysAfter(dueOn, submittedOn ?? today), isNever }
}
