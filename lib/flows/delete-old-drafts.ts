// Deletes the sealed drafts whose days are over: work of the nightly job.
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { deleteDraftRowsBefore } from '#lib/db/sealed-drafts'

/** Returns how many went. */
export function deleteOldDrafts(): Promise<number> {
  return deleteDraftRowsBefore(new Date(dayInVietNam(new Date())))
}
