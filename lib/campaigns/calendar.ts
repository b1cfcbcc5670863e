// Activities on a calendar. The surprise: what lasts longer than three days stands above the month and not in every cell, so
// that a month of broadcasts does not hide the single events.
import type { Activity } from '#lib/campaigns/activity'
import { monthDays } from '#lib/campaigns/period'

const longerThan = 3
const dayLength = 86_400_000

type CalendarDay = { day: string; isOfMonth: boolean; activities: Activity[] }
type MonthCalendar = { weeks: CalendarDay[][]; long: Activity[] }

/** Weeks from Monday, with the days of the neighbouring months that fill them (which hold no activities). */
export function monthCalendar(year: number, month: number, activities: readonly Activity[]): MonthCalendar {
  const { from, to } = monthDays(year, month)
  const inMonth = activities.filter(({ startsOn, endsOn }) => startsOn <= to && endsOn >= from)
  const short = inMonth.filter((one) => lengthOf(one) <= longerThan)
  const start = Date.parse(from)
  const weekday = (new Date(start).getUTCDay() + 6) % 7
  const days: CalendarDay[] = []
  for (let at = start - weekday * dayLength; days.length % 7 !== 0 || iso(at) <= to; at += dayLength) {
    const day = iso(at)
    const isOfMonth = day >= from && day <= to
    const here = isOfMonth ? short.filter(({ startsOn, endsOn }) => startsOn <= day && endsOn >= day) : []
    days.push({ day, isOfMonth, activities: here })
  }
  const weeks = Array.from({ length: days.length / 7 }, (_, at) => days.slice(at * 7, at * 7 + 7))
  return { weeks, long: inMonth.filter((one) => lengthOf(one) > longerThan) }
}

/** How many activities were going on in each of the twelve months, by unit. */
export function countsByMonth(year: number, activities: readonly Activity[]): Map<string, number[]> {
  const counts = new Map<string, number[]>()
  for (const { unitId, startsOn, endsOn } of activities) {
    const months = counts.get(unitId) ?? Array<number>(12).fill(0)
    counts.set(unitId, months)
    for (let month = 1; month <= 12; month++) {
      const { from, to } = monthDays(year, month)
      if (startsOn <= to && endsOn >= from) months[month - 1]! += 1
    }
  }
  return counts
}

const lengthOf = ({ startsOn, endsOn }: Activity) =>
  (Date.parse(endsOn) - Date.parse(startsOn)) / dayLength + 1
const iso = (moment: number) => new Date(moment).toISOString().slice(0, 10)
