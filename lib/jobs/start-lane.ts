// The loop of one lane: take as many jobs as there are free workers, run them side by side, rest until the next look. A
// lane that comes by itself also queues its own job, one for each slot of time over all processes.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LaneParts } from '#lib/jobs/lane-parts'
import { runJob, type TakenJob } from '#lib/jobs/run-job'

type RunningLane = { wake(): void; stop(graceMs: number): Promise<void> }

/** Starts to look for work and does not stop by itself, whatever goes wrong. */
export function startLane(parts: LaneParts): RunningLane {
  const { store, lane, pollMs, onTrouble } = parts
  const noMore = new AbortController()
  const cut = new AbortController()
  const underWay = new Set<Promise<void>>()
  let awaken = () => {}

  const guarded = (work: Promise<unknown>) =>
    work.then(
      () => {},
      (error) => onTrouble(error, { lane: lane.name, logId: randomUUID() }),
    )
  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pollMs)
      awaken = () => {
        clearTimeout(timer)
        resolve()
      }
      if (noMore.signal.aborted) awaken()
    })
  async function look() {
    if (lane.everySeconds)
      await store.send(lane.name, {}, { singletonSeconds: lane.everySeconds, singletonNextSlot: false })
    const free = lane.concurrency - underWay.size
    if (free < 1) return
    const jobs: TakenJob[] = await store.fetch(lane.name, { batchSize: free, includeMetadata: true })
    for (const job of jobs) {
      const work = guarded(runJob(parts, job, cut.signal)).then(() => {
        underWay.delete(work)
        awaken()
      })
      underWay.add(work)
    }
  }
  const looping = (async () => {
    while (!noMore.signal.aborted) {
      await guarded(look())
      await rest()
    }
  })()
  return {
    wake: () => awaken(),
    async stop(graceMs) {
      noMore.abort()
      awaken()
      await looping
      const grace = new AbortController()
      const tooLong = sleep(graceMs, undefined, { signal: grace.signal }).then(
        () => cut.abort(),
        () => {},
      )
      await Promise.all(underWay)
      grace.abort()
      await tooLong
    },
  }
}
