// An administrator's way with failed jobs, as the page uses it.
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { loadJobs } from '#lib/flows/load-jobs'
import { settleDeadLetter } from '#lib/flows/settle-dead-letter'
import { jobStore } from '#lib/jobs/job-store'
import { queueJobs } from '#lib/jobs/queue-jobs'
import { problems } from '#lib/problem'
import { makeLane, until, withLanes } from '../support/made-up-lane'
import { makeActor, makeUser } from '../support/make'

beforeEach(async () => {
  await database().pool.query('drop schema if exists pgboss cascade')
})

async function failedJob(): Promise<string> {
  const id = randomUUID()
  const lane = makeLane({
    run: async () => {
      throw problems.databaseDown({})
    },
  })
  await withLanes([lane], async () => {
    await queueJobs(jobStore(), [{ lane: 'trial', id, data: {} }])
    await until(async () => (await loadJobs(administrator)).deadLetters.length === 1)
  })
  return id
}

const administrator = makeActor({ role: 'admin' })

describe('a failed job', () => {
  it('stands on the page with its reason until it is discarded, and the log says by whom', async () => {
    const { id: userId } = await makeUser({ role: 'admin', login: 'admin' })
    const actor = { ...administrator, userId }
    const job = await failedJob()
    const { lanes, deadLetters } = await loadJobs(actor)
    expect(lanes).toMatchObject([{ name: 'trial', waiting: 0, running: 0, failed: 1 }])
    expect(deadLetters).toMatchObject([{ id: job, tries: 1, reason: { code: 'database_down' } }])
    await settleDeadLetter(actor, { lane: 'trial', job, what: 'discard' })
    expect((await loadJobs(actor)).deadLetters).toEqual([])
    const logged = await database().prisma.auditEvent.findMany({ where: { subject: job } })
    expect(logged).toMatchObject([{ actorId: userId, details: { lane: 'trial', what: 'discard' } }])
  })

  it('that somebody else has settled is gone, and nothing is logged', async () => {
    const job = await failedJob()
    await settleDeadLetter(administrator, { lane: 'trial', job, what: 'retry' })
    await expect(settleDeadLetter(administrator, { lane: 'trial', job, what: 'retry' })).rejects.toThrow(
      'unknown_job',
    )
    expect((await loadJobs(administrator)).lanes).toMatchObject([{ waiting: 1, failed: 0 }])
    expect(await database().prisma.auditEvent.count()).toBe(1)
  })
})
