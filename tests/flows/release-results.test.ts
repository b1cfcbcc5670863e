import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { saveSetting } from '#lib/db/settings'
import { findRelease } from '#lib/flows/find-release'
import { listReleases } from '#lib/flows/list-releases'
import { loadLedger } from '#lib/flows/load-ledger'
import { loadResults } from '#lib/flows/load-results'
import { logAnswers } from '#lib/flows/log-answers'
import { releaseResults } from '#lib/flows/release-results'
import { withdrawRelease } from '#lib/flows/withdraw-release'
import { isHeadSigned } from '#lib/ledger/head'
import { makePeople } from '../support/made-up-survey'
import { makeMadeUpWave, publishMadeUp, storePeople } from '../support/made-up-wave'
import { makeActor } from '../support/make'
import { settleKeys } from '../support/make-ballot-wave'

const officer = makeActor({ role: 'district', name: 'Cán bộ huyện' })
const people = makePeople({ seed: 41, units: ['a', 'b', 'c'], villages: 5, people: 10 })
const input = { index: 'made-up.v1', wave: 'w1', title: 'Kết quả đợt 1', isConfirmed: true as const }
let wave: Awaited<ReturnType<typeof makeMadeUpWave>>

beforeEach(async () => {
  const published = await publishMadeUp(['a', 'b', 'c'])
  wave = await makeMadeUpWave(published, { id: 'w1' })
  // b has too few answers for any number
  await storePeople(
    wave,
    people.filter(({ unit, cluster }) => unit !== 'b' || cluster === 'v0'),
  )
})

describe('releaseResults', () => {
  it('freezes the cells of the day: answers that come later change nothing', async () => {
    const before = await loadResults(officer, input)
    const id = await releaseResults(officer, input)
    await storePeople(wave, people)
    const release = (await findRelease(null, { id }))!
    const shown = release.cells.filter(({ value }) => value !== null)
    expect(shown.length).toBeGreaterThan(5)
    for (const cell of shown) expect(before.cells).toContainEqual(cell)
    expect((await loadResults(officer, input)).cells).not.toEqual(before.cells)
  })

  it('hides units with few people, and one more so that nobody can subtract them from the total', async () => {
    const id = await releaseResults(officer, input)
    const { cells } = (await findRelease(null, { id }))!
    const access = cells.filter(({ criterion }) => criterion === 'access')
    const hidden = access.filter(({ status }) => status === 'too-few')
    expect(hidden.map(({ unit }) => unit)).toContain('b')
    expect(hidden.length).toBe(2)
    for (const cell of hidden)
      expect(cell).toMatchObject({ value: null, low: null, standardError: null, n: 0 })
    expect(access.find(({ unit }) => unit === 'district')!.value).not.toBeNull()
  })

  it('names the head of the log as it was on that day, for good', async () => {
    settleKeys()
    await logAnswers(null, { wave: wave.id, isAtOnce: true })
    const id = await releaseResults(officer, input)
    const [head] = (await findRelease(null, { id }))!.heads
    expect(head).toMatchObject({ wave: 'w1', size: expect.any(Number), root: expect.any(String) })
    expect(isHeadSigned(head!)).toBe(true)
    expect((await loadLedger(null, { wave: 'w1' })).heads.at(-1)).toEqual(head)
    const change = database().pool.query(`update "Release" set heads = '[]' where id = $1`, [id])
    await expect(change).rejects.toThrow('kept as they were written')
  })

  it('hides more where the installation asks for larger groups', async () => {
    await saveSetting('privacy', { smallestGroup: 100 })
    const { cells } = await loadResults(officer, input)
    expect(
      cells.filter(({ n, value, flags }) => value !== null && !flags.includes('exact') && n < 100),
    ).toEqual([])
    expect(cells.some(({ status }) => status === 'too-few')).toBe(true)
  })

  it('cannot be rewritten, not even by the database owner', async () => {
    const id = await releaseResults(officer, input)
    const change = database().pool.query(`update "Release" set cells = '[]' where id = $1`, [id])
    await expect(change).rejects.toThrow('kept as they were written')
    await expect(database().pool.query(`delete from "Release"`)).rejects.toThrow('only rows of sample waves')
  })

  it('asks for a title and a confirmation, each with its sentence', async () => {
    const hasty = releaseResults(officer, { ...input, title: ' x ', isConfirmed: false as unknown as true })
    await expect(hasty).rejects.toMatchObject({
      code: 'invalid_input',
      details: { faults: [{ question: 'title' }, { question: 'isConfirmed' }] },
    })
    expect(await listReleases(null)).toEqual([])
  })

  it('is for district officers and administrators', async () => {
    for (const role of ['commune', 'analyst', 'viewer'] as const) {
      const actor = makeActor({ role, unitId: role === 'commune' ? 'a' : null })
      await expect(releaseResults(actor, input)).rejects.toMatchObject({ code: 'not_allowed' })
    }
  })

  it('leaves a line in the audit log', async () => {
    const id = await releaseResults(officer, input)
    const events = await database().prisma.auditEvent.findMany()
    expect(events).toMatchObject([{ action: 'release-results', subject: id, actorId: officer.userId }])
  })
})

describe('withdrawRelease', () => {
  it('takes the figures from everybody and keeps the notice', async () => {
    const id = await releaseResults(officer, input)
    await withdrawRelease(officer, { id })
    const release = (await findRelease(null, { id }))!
    expect(release.cells).toEqual([])
    expect(release.withdrawnAt).toBeInstanceOf(Date)
    expect((await listReleases(null))[0]!.withdrawnAt).toBeInstanceOf(Date)
    await expect(withdrawRelease(officer, { id })).rejects.toMatchObject({ code: 'not_found' })
  })
})

it('finds no release that was never made', async () => {
  expect(await findRelease(null, { id: 'nothing' })).toBeNull()
})
