// The runner on the real database: what it promises to the lanes, with lanes that fail, hang and die.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { countJobs, discardDeadLetter, listDeadLetters, retryDeadLetter } from '#lib/db/jobs'
import { jobStore } from '#lib/jobs/job-store'
import type { Lane, LaneJob } from '#lib/jobs/lane'
import { queueJobs } from '#lib/jobs/queue-jobs'
import { runLanes } from '#lib/jobs/run-lanes'
import { problems } from '#lib/problem'
import { makeLane, until, withLanes } from '../support/made-up-lane'

beforeEach(async () => {
  await database().pool.query('drop schema if exists pgboss cascade')
})

const order = (lane: string, data = {}) => ({ lane, id: randomUUID(), data })
const counts = async (lane: string) => (await countJobs()).get(lane)!
const forever = () => new Promise<void>(() => {})

describe('the lanes', () => {
  it('say nothing, and break nothing, on a database where no server has run yet', async () => {
    expect(await countJobs()).toEqual(new Map())
    expect(await listDeadLetters(10)).toEqual([])
    expect(await retryDeadLetter('trial', randomUUID())).toBe(false)
  })

  it('do every job once, however often it is queued and however many servers run', async () => {
    const done: string[] = []
    const lane = makeLane({ concurrency: 3, run: async ({ data }) => void done.push(data.message!) })
    const orders = Array.from({ length: 40 }, (_, i) => order('trial', { message: `m${i}` }))
    await withLanes([lane], () =>
      withLanes([lane], async () => {
        await Promise.all([1, 2, 3].map(() => queueJobs(jobStore(), orders)))
        await until(async () => (await counts('trial')).waiting + (await counts('trial')).running === 0)
      }).then(() => {}),
    )
    expect(done.sort()).toEqual(orders.map(({ data }) => (data as { message: string }).message).sort())
  })

  it('go on while another lane hangs on a server that never answers', async () => {
    const done: string[] = []
    const stuck = makeLane({ name: 'mail', run: forever })
    const other = makeLane({ name: 'ledger', run: async ({ id }) => void done.push(id) })
    await withLanes([stuck, other], async () => {
      const jobs = [order('ledger'), order('ledger'), order('ledger')]
      await queueJobs(jobStore(), [order('mail'), order('mail')])
      await until(async () => (await counts('mail')).running === 1)
      await queueJobs(jobStore(), jobs)
      await until(async () => done.length === 3)
      expect(await counts('mail')).toMatchObject({ waiting: 1, running: 1, failed: 0 })
    })
  })

  it('try again after a failure, and keep what fails for good with a reason and nothing else', async () => {
    const tries: number[] = []
    const lane = makeLane({
      retries: 1,
      run: async ({ retries }: LaneJob) => {
        tries.push(retries)
        throw new Error('550 <nguoi.that@example.vn> has no mailbox here')
      },
    })
    const job = order('trial')
    const troubles = await withLanes([lane], async () => {
      await queueJobs(jobStore(), [job])
      await until(async () => (await counts('trial')).failed === 1)
    })
    expect(tries).toEqual([0, 1])
    expect(troubles).toHaveLength(2)
    const [letter] = await listDeadLetters(10)
    expect(letter).toMatchObject({ lane: 'trial', id: job.id, tries: 2, reason: { code: 'unexpected' } })
    expect(JSON.stringify(letter)).not.toContain('example.vn')
  })

  it('keep the sentence of a problem that people can read', async () => {
    const lane = makeLane({
      run: async () => {
        throw problems.databaseDown({})
      },
    })
    const troubles = await withLanes([lane], async () => {
      await queueJobs(jobStore(), [order('trial')])
      await until(async () => (await counts('trial')).failed === 1)
    })
    expect(troubles).toEqual([])
    const sentence = problems.databaseDown({}).sentence
    expect((await listDeadLetters(1))[0]!.reason).toEqual({ code: 'database_down', sentence })
  })

  it('bring a dead letter back with all its tries, or let it go', async () => {
    let isBroken = true
    const done: string[] = []
    const lane = makeLane({
      run: async ({ id }) => {
        if (isBroken) throw problems.databaseDown({})
        done.push(id)
      },
    })
    const [again, gone] = [order('trial'), order('trial')]
    await withLanes([lane], async () => {
      await queueJobs(jobStore(), [again, gone])
      await until(async () => (await counts('trial')).failed === 2)
      isBroken = false
      expect(await retryDeadLetter('trial', again.id)).toBe(true)
      expect(await discardDeadLetter('trial', gone.id)).toBe(true)
      await until(async () => done.length === 1)
      expect(await discardDeadLetter('trial', again.id)).toBe(false)
    })
    expect(done).toEqual([again.id])
    expect(await listDeadLetters(10)).toEqual([])
  })

  it('stop a job whose time is over and tell it so', async () => {
    let signal: AbortSignal | undefined
    const lane = makeLane({
      timeLimitSeconds: 1,
      run: (job) => {
        signal = job.signal
        return forever()
      },
    })
    await withLanes([lane], async () => {
      await queueJobs(jobStore(), [order('trial')])
      await until(async () => (await counts('trial')).failed === 1)
    })
    expect(signal!.aborted).toBe(true)
    expect((await listDeadLetters(1))[0]!.reason).toMatchObject({ code: 'job_too_slow' })
  })

  it('give unfinished jobs back when the server stops, without counting the try', async () => {
    const lane = makeLane({ run: forever })
    const job = order('trial')
    await withLanes([lane], async () => {
      await queueJobs(jobStore(), [job])
      await until(async () => (await counts('trial')).running === 1)
    })
    expect(await counts('trial')).toMatchObject({ waiting: 1, running: 0, failed: 0 })
    const seen: number[] = []
    const next = makeLane({ run: async ({ retries }) => void seen.push(retries) })
    await withLanes([next], () => until(async () => seen.length === 1).then(() => {}))
    expect(seen).toEqual([0])
  })

  it('take up the job of a server that was killed', async () => {
    const store = jobStore()
    const done: string[] = []
    const lane = makeLane({ retries: 1, run: async ({ id }) => void done.push(id) })
    await withLanes([lane], async () => {})
    const job = order('trial')
    await queueJobs(store, [job])
    await store.fetch('trial') // taken by a process that is no more
    await database().pool.query(`update pgboss.job set started_on = now() - interval '1 hour'`)
    await withLanes([lane], async () => {
      await jobStore().maintain()
      await until(async () => done.length === 1)
    })
    expect(done).toEqual([job.id])
  })

  it('bring a periodic job once a slot over all servers, never two at once', async () => {
    let [underWay, most, runs] = [0, 0, 0]
    const lane: Lane = makeLane({
      everySeconds: 1,
      concurrency: 2,
      run: async ({ signal }) => {
        most = Math.max(most, ++underWay)
        await sleep(1200, undefined, { signal }).catch(() => {}) // whoever is stopped gives the job back, to another
        underWay--
        if (!signal.aborted) runs++
      },
    })
    const troubles = await withLanes([lane], () =>
      withLanes([lane], () => until(async () => runs >= 3).then(() => {})).then(() => {}),
    )
    expect(most).toBe(1)
    expect(troubles).toEqual([])
  })

  it('keep only the newest failure of a periodic job, and none once a later run succeeds', async () => {
    let runs = 0
    let isBroken = true
    const lane = makeLane({
      everySeconds: 1,
      run: async () => {
        runs++
        if (isBroken) throw problems.databaseDown({})
      },
    })
    await withLanes([lane], async () => {
      await until(async () => runs > 2)
      await until(async () => (await counts('trial')).failed === 1)
      isBroken = false
      await until(async () => (await counts('trial')).failed === 0)
    })
  })

  it('queue what follows from a job before the job counts as done', async () => {
    const done: string[] = []
    const [first, second] = [randomUUID(), randomUUID()]
    const lanes = [
      makeLane({ name: 'plan', run: async () => [{ lane: 'mail', id: second, data: { message: second } }] }),
      makeLane({ name: 'mail', run: async ({ data }) => void done.push(data.message!) }),
    ]
    await withLanes(lanes, async () => {
      await queueJobs(jobStore(), [{ lane: 'plan', id: first, data: {} }])
      await until(async () => done.length === 1)
    })
    expect(done).toEqual([second])
  })

  it('refuse data that are more than ids', async () => {
    await withLanes([makeLane({ run: async () => {} })], async () => {
      const bad = { lane: 'trial', data: { to: 'nguoi.that@example.vn' } }
      await expect(queueJobs(jobStore(), [bad])).rejects.toThrow('ids only')
    })
    expect(await counts('trial')).toMatchObject({ waiting: 0 })
  })

  it('survive a database that refuses for a while, and say so', async () => {
    const done: string[] = []
    const troubles: unknown[] = []
    const lane = makeLane({ everySeconds: 1, run: async ({ id }) => void done.push(id) })
    const runner = await runLanes([lane], { pollMs: 50, onTrouble: (error) => void troubles.push(error) })
    try {
      await until(async () => done.length > 0)
      await database().pool.query('alter table pgboss.job rename to away')
      await until(async () => troubles.length > 0)
      await database().pool.query('alter table pgboss.away rename to job')
      const before = done.length
      await until(async () => done.length > before)
    } finally {
      await runner.stop()
    }
  })
})
