// Deletes names and telephone numbers of every prize draw whose day has come. A job runs it; nobody has to remember. The draw stays
// with its numbers, which name nobody any more.
import { deletedFrom } from '#lib/contests/contest-times'
import { deleteEntries } from '#lib/db/contest-entries'
import { listContestRows } from '#lib/db/contests'

/** Returns how many people were deleted. Running it twice deletes nothing twice. */
export async function deleteExpiredEntries(now: Date = new Date()): Promise<number> {
  let people = 0
  for (const contest of await listContestRows()) {
    if (now < deletedFrom(contest)) continue
    people += await deleteEntries(contest.id, (deleted) => ({
      action: 'delete-expired-entries',
      subject: contest.id,
      unitId: contest.owner.id,
      details: { people: deleted },
    }))
  }
  return people
}
