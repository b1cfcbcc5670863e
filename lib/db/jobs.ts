// What pg-boss has no call for: the state of the lanes for a page, and settling what its own workers settle otherwise.
// The schema belongs to pg-boss, which makes and migrates it; a database whose server has not run yet has none.
import { database } from '#lib/db/client'

type State = 'waiting' | 'running' | 'failed'

export type LaneCounts = Record<State, number> & {
  /** When a job of the lane was last done. */
  lastDoneAt: Date | null
}

/** A job that has used up its retries. */
export type DeadLetter = {
  lane: string
  id: string
  /** As lib/jobs/failure-reason.ts wrote it, or pg-boss' own words for a process that died. */
  reason: unknown
  tries: number
  failedAt: Date
}

const open = `state in ('created', 'retry')`

/** Counts of every lane that has a queue, by its name; empty while there is no schema. */
export async function countJobs(): Promise<Map<string, LaneCounts>> {
  if (!(await hasJobs())) return new Map()
  const { rows } = await database().pool.query<LaneCounts & { name: string }>(
    `select q.name, count(*) filter (where ${open})::int as waiting, count(*) filter (where state = 'active')::int as running,
            count(*) filter (where state = 'failed')::int as failed,
            max(completed_on) filter (where state = 'completed') as "lastDoneAt"
     from pgboss.queue q left join pgboss.job j on j.name = q.name group by q.name`,
  )
  return new Map(rows.map(({ name, ...counts }) => [name, counts]))
}

/** Dead letters, newest first. */
export async function listDeadLetters(limit: number): Promise<DeadLetter[]> {
  if (!(await hasJobs())) return []
  const { rows } = await database().pool.query<DeadLetter>(
    `select name as lane, id, output as reason, retry_count + 1 as tries, completed_on as "failedAt"
     from pgboss.job where state = 'failed' order by completed_on desc limit $1`,
    [limit],
  )
  return rows
}

/** True when a dead letter of that id was put back into its queue with all its retries. */
export async function retryDeadLetter(lane: string, id: string): Promise<boolean> {
  return touch(
    `update pgboss.job set state = 'retry', retry_count = 0, started_on = null, completed_on = null, start_after = now()
     where name = $1 and id = $2 and state = 'failed'`,
    [lane, id],
  )
}

/** True when a dead letter of that id was there and is gone. */
export async function discardDeadLetter(lane: string, id: string): Promise<boolean> {
  return touch(`delete from pgboss.job where name = $1 and id = $2 and state = 'failed'`, [lane, id])
}

/** The server stops: somebody else does the job, and the interrupted try does not count. */
export async function giveBackJob(lane: string, id: string, { comesByItself }: { comesByItself: boolean }) {
  const change = comesByItself
    ? 'delete from pgboss.job' // the next slot brings another
    : `update pgboss.job set state = 'created', started_on = null, start_after = now()`
  await touch(`${change} where name = $1 and id = $2 and state = 'active'`, [lane, id])
}

/** A later run of a lane that comes by itself has told how it stands: earlier failures say nothing any more. */
export async function forgetFailedRuns(lane: string, exceptId: string) {
  await touch(`delete from pgboss.job where name = $1 and id <> $2 and state = 'failed'`, [lane, exceptId])
}

async function hasJobs(): Promise<boolean> {
  const { rows } = await database().pool.query(`select to_regclass('pgboss.job') is not null as has`)
  return rows[0].has
}

async function touch(text: string, values: string[]): Promise<boolean> {
  if (!(await hasJobs())) return false
  return ((await database().pool.query(text, values)).rowCount ?? 0) > 0
}
