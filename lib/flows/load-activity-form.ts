// What the form for a new activity starts with: the units one may write to, the chosen one's plan items, what it recorded
// last, and today, or the last day of a unit that is no more.
import { z } from 'zod'
import { type Actor, allow, isAllowed, type MaybeActor } from '#lib/access'
import type { Activity } from '#lib/campaigns/activity'
import type { FilledBook } from '#lib/campaigns/filled-book'
import { findLastActivity } from '#lib/db/activities'
import { listUnits, type UnitLine } from '#lib/db/units'
import { loadActivityBook } from '#lib/flows/load-activity-book'
import { isUnitOfToday } from '#lib/lineage/is-unit-of-today'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({ unit: z.string().max(60).default('') })

type ActivityForm = {
  units: UnitLine[]
  unit: string
  book: FilledBook
  /** The newest activity of the unit, or null. */
  last: Activity | null
  /** yyyy-mm-dd. */
  day: string
}

/** Throws notAllowed for a unit that one may not write to; notFound when there is none. */
export async function loadActivityForm(
  actor: MaybeActor,
  input: z.input<typeof shape>,
  now: Date = new Date(),
): Promise<ActivityForm> {
  const officer = allow(actor, 'activities.write', actor?.unitId)
  const asked = requireShape(shape, input).unit
  if (asked) allow(actor, 'activities.write', asked)
  const units = await writableUnits(officer, now)
  const unit = asked || officer.unitId || (units.find(({ level }) => level === 'commune') ?? units[0])?.id
  if (!unit) throw problems.notFound({ what: 'đơn vị', id: '' })
  const [book, last] = await Promise.all([loadActivityBook(unit, now), findLastActivity(unit)])
  const { validTo } = book.unit
  return { units, unit, book, last, day: validTo && validTo < book.today ? validTo : book.today }
}

/** Own unit for a commune; for officers above it every unit of today, then those of former times. */
export async function writableUnits(officer: Actor, now: Date): Promise<UnitLine[]> {
  const isOfToday = isUnitOfToday(now)
  const all = (await listUnits()).filter(({ id }) => isAllowed(officer, 'activities.write', id))
  return [...all.filter(isOfToday), ...all.filter((unit) => !isOfToday(unit))]
}
