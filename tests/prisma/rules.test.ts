import { describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { makeDefinition, makeResponse, makeUnit, makeUser, makeWave } from '../support/make'

const run = (sql: string, values: unknown[] = []) => database().pool.query(sql, values)
const makeForm = () => makeDefinition({ body: { title: 'thử' } })

describe('the database itself', () => {
  it('refuses to change, delete or empty published definitions', async () => {
    const { id } = await makeForm()
    await expect(run('update "Definition" set body = \'{}\' where id = $1', [id])).rejects.toThrow(/refused/)
    await expect(run('delete from "Definition" where id = $1', [id])).rejects.toThrow(/refused/)
    await expect(run('truncate "Definition" cascade')).rejects.toThrow(/refused/)
  })

  it('refuses to change or delete a line of the audit log', async () => {
    await run(`insert into "AuditEvent" (action) values ('test')`)
    await expect(run(`update "AuditEvent" set action = 'other'`)).rejects.toThrow(/refused/)
    await expect(run('delete from "AuditEvent"')).rejects.toThrow(/refused/)
  })

  it('keeps real answers for ever and lets those of sample waves go', async () => {
    const formId = (await makeForm()).id
    const real = await makeWave({ formId })
    const sample = await makeWave({ formId, isSample: true })
    await makeResponse(real)
    await makeResponse(sample)
    await expect(run('update "Response" set language = \'en\'')).rejects.toThrow(/refused/)
    await expect(run('delete from "Response" where "waveId" = $1', [real.id])).rejects.toThrow(
      /only rows of sample waves/,
    )
    expect((await run('delete from "Response" where "waveId" = $1', [sample.id])).rowCount).toBe(1)
  })

  it('does not let a wave become a sample wave, nor change its form or design', async () => {
    const wave = await makeWave({ formId: (await makeForm()).id })
    for (const change of ['"isSample" = true', `"design" = 'clusters'`, `"id" = 'other'`]) {
      await expect(run(`update "Wave" set ${change} where id = $1`, [wave.id])).rejects.toThrow(/refused/)
    }
    expect((await run('update "Wave" set "closesAt" = now() where id = $1', [wave.id])).rowCount).toBe(1)
  })

  it('lets a release be withdrawn but not rewritten', async () => {
    const { id: formId } = await makeForm()
    const wave = await makeWave({ formId })
    await run(
      `insert into "Release" (id, "indexId", "waveId", title, cells, method, "releasedBy") values ('r', $1, $2, 't', '[]', 'm', 'u')`,
      [formId, wave.id],
    )
    await expect(run(`update "Release" set cells = '[1]'`)).rejects.toThrow(/refused/)
    expect((await run('update "Release" set "withdrawnAt" = now()')).rowCount).toBe(1)
  })

  it.each([
    ['a wave that closes before it opens', { closesAt: new Date('2019-01-01') }],
    ['a wave of no mode', { modes: [] }],
    ['an unknown mode', { modes: ['telepathy'] }],
    ['an unknown audience', { audience: 'everybody' }],
    ['an unknown design', { design: 'quota' }],
    ['an id that does not read well in a link', { id: 'Đợt 1' }],
    ['an unknown right to answer', { entries: ['luck'] }],
    ['no right to answer', { entries: [] }],
    ['an unknown place', { places: ['moon'] }],
    ['citizens with invitations', { entries: ['link'] }],
    ['a drawn sample without villages', { entries: ['drawn'] }],
    ['a target below zero', { target: -1 }],
  ])('refuses %s', async (_, given) => {
    await expect(makeWave({ formId: (await makeForm()).id, ...given })).rejects.toThrow(/constraint/)
  })

  it('takes an answer for drawn if and only if it has a village', async () => {
    const wave = await makeWave({ formId: (await makeForm()).id })
    for (const given of [{ entry: 'drawn' }, { entry: 'open', cluster: 'v1' }])
      await expect(makeResponse(wave, given)).rejects.toThrow(/Response_drawn_has_cluster/)
  })

  it.each([
    ['place', { place: 'moon' }],
    ['collector', { collector: 'neighbour' }],
    ['entry', { entry: 'luck' }],
  ])('refuses an unknown %s of an answer', async (_, given) => {
    const wave = await makeWave({ formId: (await makeForm()).id })
    await expect(makeResponse(wave, given)).rejects.toThrow(/_known/)
  })

  it.each([0, -1, Number.POSITIVE_INFINITY, Number.NaN])('refuses the weight %d', async (weight) => {
    const unit = await makeUnit()
    const wave = await makeWave({ formId: (await makeForm()).id, units: [unit.id] })
    const insert = `insert into "WaveCluster" ("waveId", "unitId", code, name, stratum, weight) values ($1, $2, 'a', 'A', '', $3)`
    await expect(run(insert, [wave.id, unit.id, weight])).rejects.toThrow(/weight_positive/)
  })

  it('refuses an unknown role, a commune officer without a unit and a log-in in capitals', async () => {
    await expect(makeUser({ role: 'root' as 'admin' })).rejects.toThrow(/User_role_known/)
    await expect(makeUser({ role: 'commune' })).rejects.toThrow(/User_commune_has_unit/)
    await expect(makeUser({ role: 'admin', login: 'Admin' })).rejects.toThrow(/User_login_lower_case/)
  })
})
