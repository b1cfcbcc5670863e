// Runs the lanes of this process: each has its own loop, so a lane that waits for a stuck server waits alone. Several
// processes may run the same lanes; PostgreSQL hands every job to one of them.
import { randomUUID } from 'node:crypto'
import type PgBoss from 'pg-boss'
import { jobStore } from '#lib/jobs/job-store'
import type { Lane } from '#lib/jobs/lane'
import type { LaneParts } from '#lib/jobs/lane-parts'
import { startLane } from '#lib/jobs/start-lane'

export type LaneRunner = {
  /** No new jobs; those under way have `graceMs` to end, then they go back into their queue. */
  stop(graceMs?: number): Promise<void>
}

export type RunnerOptions = Pick<LaneParts, 'onTrouble'> & Partial<Pick<LaneParts, 'pollMs'>>

/** Makes the schema and the queues where they are missing, and starts to work. */
export async function runLanes(lanes: Lane[], options: RunnerOptions): Promise<LaneRunner> {
  const { onTrouble, pollMs = 2000 } = options
  const store = jobStore()
  store.on('error', (error) => onTrouble(error, { lane: '', logId: randomUUID() }))
  await store.start()
  for (const lane of lanes) await prepareQueue(store, lane)
  const wake = (name: string) => running.get(name)?.wake()
  const running = new Map(
    lanes.map((lane) => [lane.name, startLane({ store, lane, pollMs, wake, onTrouble })]),
  )
  return {
    async stop(graceMs = 5000) {
      await Promise.all([...running.values()].map((one) => one.stop(graceMs)))
      await store.stop({ graceful: false })
    },
  }
}

/** A lane that comes by itself waits in one copy only and runs in one copy only (policy "stately"). */
async function prepareQueue(store: PgBoss, lane: Lane) {
  const settings = {
    name: lane.name,
    policy: lane.everySeconds ? ('stately' as const) : ('standard' as const),
    retryLimit: lane.retries,
    retryDelay: lane.backoffSeconds,
    retryBackoff: true,
    expireInSeconds: lane.timeLimitSeconds + 30, // for a process that died: then the job is taken up again
  }
  await store.createQueue(lane.name, settings)
  await store.updateQueue(lane.name, settings)
}
