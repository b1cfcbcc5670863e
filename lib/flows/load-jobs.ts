// The lanes and what has failed for good in them, and what the database server betrays, for administrators.
import { allow, type MaybeActor } from '#lib/access'
import type { DatabaseLeak } from '#lib/database-leaks'
import { countJobs, type DeadLetter, type LaneCounts, listDeadLetters } from '#lib/db/jobs'
import { checkDatabaseSettings } from '#lib/flows/check-database-settings'

const mostLetters = 200

export type { DeadLetter }
export type JobsPage = {
  lanes: (LaneCounts & { name: string })[]
  deadLetters: DeadLetter[]
  leaks: DatabaseLeak[]
}

/** Counts by lane and the newest dead letters. Nothing of either names a person. */
export async function loadJobs(actor: MaybeActor): Promise<JobsPage> {
  allow(actor, 'jobs.manage')
  const [counts, deadLetters, leaks] = await Promise.all([
    countJobs(),
    listDeadLetters(mostLetters),
    checkDatabaseSettings(),
  ])
  return { lanes: [...counts].map(([name, lane]) => ({ name, ...lane })), deadLetters, leaks }
}
