// One activity with its whole history and its files, and what is needed to correct it.
import { z } from 'zod'
import { allow, isAllowed, type MaybeActor } from '#lib/access'
import type { Activity } from '#lib/campaigns/activity'
import type { FilledBook } from '#lib/campaigns/filled-book'
import { isActivityReported } from '#lib/db/activities'
import { type ActivityFile, listActivityFiles } from '#lib/db/evidence'
import { findUnit, type UnitLine } from '#lib/db/units'
import { findActivity } from '#lib/flows/find-activity'
import { loadActivityBook } from '#lib/flows/load-activity-book'
import { requireShape } from '#lib/user-input'

const shape = z.object({ unit: z.string().max(60), id: z.uuid() })

type LoadedActivity = {
  activity: Activity
  /** The newest first. */
  versions: Activity[]
  files: ActivityFile[]
  unit: UnitLine
  book: FilledBook
  mayWrite: boolean
  /** Handed in with a report: files can no longer be taken out. */
  isReported: boolean
}

/** Throws notFound, notAllowed. */
export async function loadActivity(
  actor: MaybeActor,
  input: z.input<typeof shape>,
  now: Date = new Date(),
): Promise<LoadedActivity> {
  allow(actor, 'activities.read', String(input.unit))
  const { unit: unitId, id } = requireShape(shape, input)
  const { versions, newest } = await findActivity(unitId, id)
  const [book, unit, files, isReported] = await Promise.all([
    loadActivityBook(unitId, now),
    findUnit(unitId),
    listActivityFiles(unitId, [id]),
    isActivityReported(unitId, id),
  ])
  return {
    activity: newest,
    versions: versions.toReversed(),
    files,
    unit: unit!,
    book,
    mayWrite: isAllowed(actor, 'activities.write', unitId),
    isReported,
  }
}
