// The lanes and what has failed for good in them, for administrators.
import { allow, type MaybeActor } from '#lib/access'
import { countJobs, type DeadLetter, type LaneCounts, listDeadLetters } from '#lib/db/jobs'

const mostLetters = 200

export type { DeadLetter }
export type JobsPage = { lanes: (LaneCounts & { name: string })[]; deadLetters: DeadLetter[] }

/** Counts by lane and the newest dead letters. Nothing of either names a person. */
export async function loadJobs(actor: MaybeActor): Promise<JobsPage> {
  allow(actor, 'jobs.manage')
  const [counts, deadLetters] = await Promise.all([countJobs(), listDeadLetters(mostLetters)])
  return { lanes: [...counts].map(([name, lane]) => ({ name, ...lane })), deadLetters }
}
