// The plan of a year as the beginning of the next one: what is done and by whom stays, months and days move on by the
// years between, and what belongs to the old document only (its number) goes.
import type { PlanBody } from '#lib/campaigns/plan-body'

/** The plan of `from`, moved to `to`. */
export function movePlan(body: PlanBody, from: number, to: number): PlanBody {
  const moveDay = (day: string | null) => day && shift(day, to - from)
  const { q1, h1, year } = body.reportsDueOn
  return {
    ...body,
    number: '',
    title: body.title.replaceAll(String(from), String(to)),
    unitPlansDueOn: moveDay(body.unitPlansDueOn),
    reportsDueOn: { q1: moveDay(q1), h1: moveDay(h1), year: moveDay(year) },
    duties: body.duties.map((duty) => ({ ...duty, dueOn: moveDay(duty.dueOn) })),
    items: body.items.map((item) => ({
      ...item,
      from: shift(item.from, to - from),
      to: shift(item.to, to - from),
    })),
  }
}

/** Moves yyyy-mm or yyyy-mm-dd by years; 29 February becomes 28 February where there is none. */
function shift(date: string, years: number): string {
  if (date === '') return ''
  const moved = `${Number(date.slice(0, 4)) + years}${date.slice(4)}`
  return moved.endsWith('-02-29') && Number.isNaN(leapTime(moved)) ? `${moved.slice(0, 8)}28` : moved
}

/** NaN for 29 February of a year that has none. */
function leapTime(day: string): number {
  const time = new Date(`${day}T00:00:00Z`)
  return time.getUTCDate() === 29 ? time.getTime() : Number.NaN
}
