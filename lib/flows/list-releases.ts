// What has been released to the public. Open to everybody.
import type { MaybeActor } from '#lib/access'
import { listReleaseLines, type ReleaseLine } from '#lib/db/releases'

/** Newest first; withdrawn ones are in the list and marked. */
export function listReleases(_anybody: MaybeActor): Promise<ReleaseLine[]> {
  return listReleaseLines()
}
