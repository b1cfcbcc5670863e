import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { insertResponse, type ResponseRow } from '#lib/db/insert-response'
import { makeWave } from '../support/make'

async function rowMaker(given: Parameters<typeof makeWave>[0] = {}) {
  const wave = await makeWave(given)
  return (change: Partial<ResponseRow> = {}): ResponseRow => ({
    unitId: wave.units[0]!.unitId,
    waveId: wave.id,
    receipt: randomUUID(),
    formId: wave.formId,
    day: '2026-06-15',
    mode: 'self',
    place: '',
    collector: '',
    entry: 'open',
    batch: '',
    language: 'vi',
    cluster: '',
    stratum: '',
    weight: 1,
    answers: { note: 'một "hai" {ba} \\ \n\u2028' },
    coded: [1, -3, 32767],
    ...change,
  })
}

const count = () => database().prisma.response.count()

describe('insertResponse', () => {
  it('keeps answers and codes exactly', async () => {
    const make = await rowMaker()
    const row = make()
    expect(await insertResponse(row)).toBe(true)
    const stored = await database().prisma.response.findFirstOrThrow()
    expect(stored).toMatchObject({ answers: row.answers, coded: row.coded })
  })

  it('says no the second time, and for a wave that is not open', async () => {
    const make = await rowMaker()
    const row = make()
    expect(await insertResponse(row)).toBe(true)
    expect(await insertResponse({ ...row, answers: {} })).toBe(false)
    const makeClosed = await rowMaker({ closesAt: new Date('2021-01-01') })
    expect(await insertResponse(makeClosed())).toBe(false)
    expect(await count()).toBe(1)
  })

  it('fails alone: a bad row does not take its neighbours with it', async () => {
    const make = await rowMaker()
    const rows = Array.from({ length: 60 }, () => make())
    const bad = [make({ mode: 'shouted' as 'self' }), make({ weight: Number.NaN }), make({ unitId: 'nope' })]
    const results = await Promise.allSettled(
      [...rows.slice(0, 30), ...bad, ...rows.slice(30)].map(insertResponse),
    )
    expect(results.filter((result) => result.status === 'rejected')).toHaveLength(3)
    expect(await count()).toBe(60)
  })

  it('turns a unit that has left the wave into a problem a person understands', async () => {
    const make = await rowMaker()
    await expect(insertResponse(make({ unitId: 'nope' }))).rejects.toMatchObject({ code: 'unknown_unit' })
  })

  it('acknowledges nothing when the connection breaks, and goes on afterwards', async () => {
    const make = await rowMaker()
    const blocker = await database().pool.connect()
    await blocker.query('begin; lock table "Response" in exclusive mode')
    const attempts = Array.from({ length: 20 }, () => insertResponse(make()))
    const settled = Promise.allSettled(attempts)
    await expect.poll(waitingInserts, { interval: 20 }).toBe(3)
    await blocker.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    await blocker.query('rollback')
    blocker.release()
    const results = await settled
    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused.length).toBeGreaterThan(0)
    for (const { reason } of refused as PromiseRejectedResult[])
      expect(reason).toMatchObject({ code: 'database_down' })
    expect(await count()).toBe(20 - refused.length)
    expect(await insertResponse(make())).toBe(true)
  })
})

async function waitingInserts(): Promise<number> {
  const { rows } = await database().pool.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0]!.n
}
