// An officer corrects an activity: a new version with the reason; the old ones stay to be read.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { readActivity } from '#lib/campaigns/activity-input'
import { insertActivityVersion } from '#lib/db/activities'
import { findActivity, requireSeen } from '#lib/flows/find-activity'
import { loadActivityBook } from '#lib/flows/load-activity-book'
import { typedActivity } from '#lib/flows/record-activity'
import { problems } from '#lib/problem'
import { reasonText } from '#lib/rounds/round-input'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  unit: z.string().max(60),
  id: z.uuid(),
  /** The version that was on the screen. */
  seen: z.coerce.number().int(),
  reason: reasonText,
  ...typedActivity,
})

/** Returns the number of the new version. Throws notFound, notAllowed, invalidInput, changedMeanwhile. */
export async function correctActivity(
  actor: MaybeActor,
  input: z.input<typeof shape>,
  now: Date = new Date(),
): Promise<number> {
  const officer = allow(actor, 'activities.write', String(input.unit))
  const { unit, id, seen, reason, ...typed } = requireShape(shape, input)
  const { newest } = await findActivity(unit, id)
  requireSeen(newest, seen)
  const book = await loadActivityBook(unit, now)
  // an item that has left the plan since may stay where it stood
  const year = Number(newest.endsOn.slice(0, 4))
  const planItems = [...book.planItems, { year, code: newest.planItem }]
  const read = readActivity(typed, { ...book, planItems })
  if ('faults' in read) throw problems.invalidInput({ faults: read.faults })
  const version = { ...read.facts, unitId: unit, id, version: seen + 1, reason, source: newest.source }
  const isWritten = await insertActivityVersion(
    officer,
    { ...version, isWithdrawn: newest.isWithdrawn },
    'correct-activity',
  )
  if (!isWritten) requireSeen((await findActivity(unit, id)).newest, seen)
  return version.version
}
