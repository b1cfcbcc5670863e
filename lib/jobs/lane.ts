// A lane is a queue of jobs with its own workers: what stands still in one delays nothing in another. Jobs hold ids only,
// because job tables are kept for weeks and read by administrators.
import type { Sentence } from '#lib/problem'

/** Ids and short keys; anything that could name a person is refused when the job is queued. */
export type JobData = Record<string, string>

/** A job to be queued. Queuing the same `id` again while it is known changes nothing. */
export type JobOrder = { lane: string; id?: string; data: JobData; startAfter?: Date }

export type LaneJob = {
  id: string
  data: JobData
  /** How often it has been tried before. */
  retries: number
  /** Aborted when the time limit has passed or the server stops. */
  signal: AbortSignal
}

export type Lane = {
  /** Lower case, stable: it is the name of the queue. */
  name: string
  title: Sentence
  /** Given: a job without data comes by itself, once in that time over all server processes, never two at once. */
  everySeconds?: number
  /** Jobs under way at once in one process. */
  concurrency: number
  /** Tries after the first one; then the job is a dead letter that an administrator sees. */
  retries: number
  /** Before the first retry; doubles (with jitter) at each further one. */
  backoffSeconds: number
  /** After that a job counts as failed and its signal is aborted. */
  timeLimitSeconds: number
  /** Does the work; may return jobs that follow from it. Throws a Problem for a failure that people should read. */
  // biome-ignore lint/suspicious/noConfusingVoidType: most lanes have nothing to return
  run(job: LaneJob): Promise<JobOrder[] | void>
}
