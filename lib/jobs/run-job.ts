// One job from taking to settling. It is settled only after its work has ended or its time is over, and every job that
// follows is queued before: a crash in between repeats work, and never loses any.
import { randomUUID } from 'node:crypto'
import type PgBoss from 'pg-boss'
import { forgetFailedRuns, giveBackJob } from '#lib/db/jobs'
import { failureReason } from '#lib/jobs/failure-reason'
import type { JobData, JobOrder } from '#lib/jobs/lane'
import type { LaneParts } from '#lib/jobs/lane-parts'
import { queueJobs } from '#lib/jobs/queue-jobs'
import { Problem, problems } from '#lib/problem'

export type TakenJob = Pick<PgBoss.JobWithMetadata<JobData>, 'id' | 'data' | 'retryCount'>

/** Does the work and settles the job. Throws only when the database does. */
export async function runJob(parts: LaneParts, job: TakenJob, cut: AbortSignal): Promise<void> {
  const { store, lane, wake, onTrouble } = parts
  const outcome = await withinLimit(parts, job, cut)
  if (outcome === 'cut') return giveBackJob(lane.name, job.id, { comesByItself: Boolean(lane.everySeconds) })
  if ('error' in outcome) {
    const logId = randomUUID()
    if (!(outcome.error instanceof Problem)) onTrouble(outcome.error, { lane: lane.name, logId })
    await store.fail(lane.name, job.id, failureReason(outcome.error, logId))
  } else {
    await queueJobs(store, outcome.orders)
    await store.complete(lane.name, job.id)
    for (const name of new Set(outcome.orders.map((order) => order.lane))) wake(name)
  }
  if (lane.everySeconds) await forgetFailedRuns(lane.name, job.id)
}

type Outcome = { orders: JobOrder[] } | { error: unknown } | 'cut'

/** Waits for the work, the time limit or the end of the server, whichever comes first. */
async function withinLimit({ lane }: LaneParts, job: TakenJob, cut: AbortSignal): Promise<Outcome> {
  const tooSlow = AbortSignal.timeout(lane.timeLimitSeconds * 1000)
  const signal = AbortSignal.any([tooSlow, cut])
  const ended = new Promise<Outcome>((resolve) => {
    const decide = () =>
      resolve(cut.aborted ? 'cut' : { error: problems.jobTooSlow({ seconds: lane.timeLimitSeconds }) })
    if (signal.aborted) decide()
    else signal.addEventListener('abort', decide, { once: true })
  })
  const work = (async (): Promise<Outcome> => {
    try {
      const taken = { id: job.id, data: job.data ?? {}, retries: job.retryCount, signal }
      return { orders: (await lane.run(taken)) ?? [] }
    } catch (error) {
      return { error }
    }
  })()
  return Promise.race([work, ended])
}
