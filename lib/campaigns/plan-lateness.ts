// Who hands in a plan late. The day comes from the district's plan in force; the first submission counts, so that a plan
// that was returned and mended is not called late for it. Days are days in Viet Nam.
import { latenessOf } from '#lib/campaigns/lateness'
import type { PlanEvent } from '#lib/campaigns/plan-steps'
import { dayInVietNam } from '#lib/day-in-viet-nam'

export type PlanLateness = {
  /** Day of the first submission (yyyy-mm-dd); null while there was none. */
  submittedOn: string | null
  /** Days after the last day in time: of the submission, or of today while there was none; 0: in time, or never. */
  daysLate: number
  /** Nothing was handed in, and the year of the last day is over. */
  isNever: boolean
}

/** `dueOn` null: nobody is late, because no day was set. `today` is yyyy-mm-dd. */
export function planLateness(
  events: readonly Pick<PlanEvent, 'kind' | 'at'>[],
  dueOn: string | null,
  today: string,
): PlanLateness {
  const first = events.find(({ kind }) => kind === 'submit')
  const submittedOn = first ? dayInVietNam(first.at) : null
  const { daysLate, isNever } = latenessOf(dueOn, submittedOn, today)
  return { submittedOn, daysLate: daysLate ?? 0, isNever }
}
