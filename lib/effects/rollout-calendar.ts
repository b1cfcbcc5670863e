// The calendar of a roll-out, commune by commune and month by month: what hangs on the wall of an office.
import type { RolloutStep } from '#lib/effects/rollout'

export type CalendarRow = {
  unitId: string
  /** Number of the step, from 1. */
  step: number
  startsOn: string | null
  /** One for each month: the campaign has not begun, begins, or runs. */
  months: ('before' | 'start' | 'runs')[]
}

export type RolloutCalendar = { months: string[]; rows: CalendarRow[] }

/** Months (yyyy-mm) from the first start to the one after the last start, the communes in the order of their steps. */
export function rolloutCalendar(steps: readonly RolloutStep[]): RolloutCalendar {
  const starts = steps.flatMap(({ startsOn }) => (startsOn ? [startsOn.slice(0, 7)] : []))
  const months = monthsBetween(starts[0]!, nextMonth(starts.at(-1)!))
  return {
    months,
    rows: steps.flatMap(({ startsOn, units }, at) =>
      units.map((unitId) => ({
        unitId,
        step: at + 1,
        startsOn,
        months: months.map((month) => stateOf(month, startsOn?.slice(0, 7))),
      })),
    ),
  }
}

function stateOf(month: string, start: string | undefined): CalendarRow['months'][number] {
  if (start === undefined || month < start) return 'before'
  return month === start ? 'start' : 'runs'
}

function monthsBetween(from: string, to: string): string[] {
  const months = [from]
  while (months.at(-1)! < to) months.push(nextMonth(months.at(-1)!))
  return months
}

const nextMonth = (month: string) =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1)).toISOString().slice(0, 7)
