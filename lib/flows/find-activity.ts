// A step of the flows about one activity: its versions, or a problem.
import type { Activity } from '#lib/campaigns/activity'
import { listActivityVersions } from '#lib/db/activities'
import { problems } from '#lib/problem'

/** All versions, the first first, and the newest. Throws notFound. */
export async function findActivity(
  unitId: string,
  id: string,
): Promise<{ versions: Activity[]; newest: Activity }> {
  const versions = await listActivityVersions(unitId, id)
  const newest = versions.at(-1)
  if (!newest) throw problems.notFound({ what: 'hoạt động', id })
  return { versions, newest }
}

/** Throws changedMeanwhile when somebody wrote a version after the one that was on the screen. */
export function requireSeen({ version, recordedByName, recordedAt }: Activity, seen: number): void {
  if (version !== seen) throw problems.changedMeanwhile({ by: recordedByName, at: recordedAt })
}
