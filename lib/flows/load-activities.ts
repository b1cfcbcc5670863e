// The activities of a year, of the units somebody may see, with the words to show them: for the list and the calendar.
import { z } from 'zod'
import { allow, type MaybeActor, visibleUnits } from '#lib/access'
import type { Activity } from '#lib/campaigns/activity'
import { type Days, type Period, periodDays, periods } from '#lib/campaigns/period'
import type { Vocabulary } from '#lib/campaigns/vocabulary'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { findActivityYears, listActivities } from '#lib/db/activities'
import { listUnits, type UnitLine } from '#lib/db/units'
import { readVocabulary } from '#lib/flows/read-vocabulary'
import { requireShape } from '#lib/user-input'

/** What a page asks for; all of it comes from an address, so nothing of it is trusted and '' means all. */
export const activityQuery = {
  year: z.preprocess((value) => value || undefined, z.coerce.number().int().min(2000).max(2100).optional()),
  period: z.preprocess((value) => value || undefined, z.enum(periods).default('year')),
  unit: z.string().max(60).default(''),
  channel: z.string().max(60).default(''),
  area: z.string().max(60).default(''),
}
const shape = z.object({
  ...activityQuery,
  /** Withdrawn ones too. */
  hasWithdrawn: z.preprocess((value) => value === true || value === '1', z.boolean()).optional(),
  /** Those with any day in the period, not only those that ended in it: for a calendar. */
  isOverlap: z.boolean().default(false),
})

export type ActivityList = {
  year: number
  period: Period
  days: Days
  /** Years to choose from, newest first. */
  years: number[]
  /** Units that were there in those days and may be seen, by code. */
  units: UnitLine[]
  /** The chosen unit, or ''. */
  unit: string
  channel: string
  area: string
  activities: Activity[]
  vocabulary: Vocabulary
}

/** Throws notAllowed for a unit that may not be seen, invalidInput. */
export async function loadActivities(
  actor: MaybeActor,
  input: z.input<typeof shape>,
  now: Date = new Date(),
): Promise<ActivityList> {
  const visible = visibleUnits(actor, 'activities.read')
  const { unit, channel, area, period, ...asked } = requireShape(shape, input)
  if (unit) allow(actor, 'activities.read', unit)
  const span = await findActivityYears(visible)
  const thisYear = Number(dayInVietNam(now).slice(0, 4))
  const year = asked.year ?? Math.min(thisYear, span?.last ?? thisYear)
  const days = periodDays(year, period, true)
  const [all, vocabulary, activities] = await Promise.all([
    listUnits(),
    readVocabulary(),
    listActivities({
      ...days,
      units: unit ? [unit] : visible,
      hasWithdrawn: asked.hasWithdrawn ?? false,
      by: asked.isOverlap ? 'overlap' : 'end',
    }),
  ])
  const wasThere = ({ validFrom, validTo }: UnitLine) =>
    iso(validFrom) <= days.to && (validTo === null || iso(validTo) >= days.from)
  return {
    year,
    period,
    days,
    years: yearsOf(Math.min(span?.first ?? thisYear, year), Math.max(thisYear, year)),
    units: all.filter((one) => wasThere(one) && (visible === null || visible.includes(one.id))),
    unit,
    channel,
    area,
    activities: activities.filter(
      (one) => (!channel || one.channel === channel) && (!area || one.areas.includes(area)),
    ),
    vocabulary,
  }
}

const iso = (day: Date) => day.toISOString().slice(0, 10)
const yearsOf = (first: number, last: number) =>
  Array.from({ length: Math.max(1, last - first + 1) }, (_, at) => last - at)
