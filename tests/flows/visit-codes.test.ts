import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { database } from '#lib/db/client'
import { settle } from '#lib/env'
import { createVisitCodes } from '#lib/flows/create-visit-codes'
import { findVisitPlace } from '#lib/flows/find-visit-place'
import { listVisitBatches } from '#lib/flows/list-visit-batches'
import { openForm } from '#lib/flows/open-form'
import { revokeVisitBatch } from '#lib/flows/revoke-visit-batch'
import { saveVisitFigures } from '#lib/flows/save-visit-figures'
import { submitAnswers } from '#lib/flows/submit-answers'
import { makeActor, makeDefinition, makeWave } from '../support/make'
import { kitchenSinkForm } from '../surveys/kitchen-sink-form'

settle({ AUTH_SECRET: 'a secret for tests that is long enough' })
afterEach(() => {
  vi.useRealTimers()
})

const officer = makeActor({ role: 'district' })
const good = { used: 0, channels: ['loa'], code: 'AB1', areas: ['x', 'y'], place: { village: 'Bình' } }

async function makeCodes(change: Record<string, string> = {}, entries = ['visit-code', 'open']) {
  const form = await makeDefinition({ body: { form: kitchenSinkForm } })
  const wave = await makeWave({ formId: form.id, entries })
  const unit = wave.units[0]!.unitId
  const today = dayInVietNam(new Date())
  const days = { validFrom: today, validTo: today }
  const { codes } = await createVisitCodes(officer, { wave: wave.id, unit, count: '20', ...days, ...change })
  const batch = async () => (await listVisitBatches(officer, { wave: wave.id }))[0]!
  const answer = (visitCode: string, more = {}) =>
    submitAnswers(null, { wave: wave.id, unit, receipt: randomUUID(), answers: good, visitCode, ...more })
  return { wave: wave.id, unit, units: wave.units.map(({ unitId }) => unitId), codes, batch, answer }
}

const stored = () => database().prisma.response.findMany()
const unused = () => database().prisma.unusedVisitCode.count()

describe('a visit code', () => {
  it('takes one answer, also when two come at the same moment, and the batch counts it', async () => {
    const { codes, answer, batch } = await makeCodes()
    const tries = await Promise.allSettled([answer(codes[0]!), answer(codes[0]!), answer(codes[0]!)])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of tries)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'code_used' })
    expect((await stored()).map(({ entry }) => entry)).toEqual(['visit-code'])
    expect(await batch()).toMatchObject({ printed: 20, used: { from: 0, to: 9 }, state: 'valid' })
    expect(await unused()).toBe(19)
  })

  it('answers the same receipt alike, and is not used up by a refused answer', async () => {
    const { codes, answer } = await makeCodes()
    await expect(answer(codes[0]!, { answers: {} })).rejects.toMatchObject({ code: 'invalid_answers' })
    const receipt = randomUUID()
    await answer(codes[0]!, { receipt })
    await answer(codes[0]!, { receipt })
    expect(await unused()).toBe(19)
    expect(await stored()).toHaveLength(1)
  })

  it('leaves no row in any table that shares a transaction with the answer', async () => {
    const { codes, answer } = await makeCodes()
    await answer(codes[0]!)
    const { rows } = await database().pool.query<{ xid: string }>('select xmin::text as xid from "Response"')
    const tables = await database().pool.query<{ name: string }>(
      `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
    const sharing: string[] = []
    for (const { name } of tables.rows) {
      const found = await database().pool.query(`select 1 from ${name} where xmin::text = $1 limit 1`, [
        rows[0]!.xid,
      ])
      if (found.rowCount) sharing.push(name)
    }
    expect(sharing).toEqual(['"Response"'])
  })

  it('stands nowhere in the database, neither as printed nor as typed', async () => {
    const { codes, answer } = await makeCodes()
    await answer(codes[0]!)
    const tables = ['"VisitBatch"', '"VisitCode"', '"UnusedVisitCode"', '"Response"', '"AuditEvent"']
    for (const name of tables) {
      const { rows } = await database().pool.query(`select row_to_json(t)::text as line from ${name} t`)
      for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code)
    }
  })

  it('works only for its own wave and unit', async () => {
    const { codes, answer, units } = await makeCodes()
    await expect(answer(codes[0]!, { unit: units[1]! })).rejects.toMatchObject({
      code: 'code_unknown',
      details: { hasOpenForm: true },
    })
    const other = await makeCodes()
    await expect(other.answer(codes[0]!)).rejects.toMatchObject({ code: 'code_unknown' })
    expect(await stored()).toEqual([])
  })

  it('says what is wrong: mistyped, taken back, not yet, expired', async () => {
    const { codes, answer, wave, unit, batch } = await makeCodes()
    const open = (visitCode: string) => openForm(null, { wave, unit, visitCode })
    const wrong = codes[0]!.slice(0, -1) + ((Number(codes[0]!.at(-1)) + 1) % 10)
    await expect(open(wrong)).rejects.toMatchObject({ code: 'code_mistyped', status: 422 })
    await revokeVisitBatch(officer, { batch: (await batch()).id })
    await expect(answer(codes[0]!)).rejects.toMatchObject({ code: 'code_revoked' })
    const later = await makeCodes({ validFrom: '2098-01-01', validTo: '2098-02-01' })
    await expect(findVisitPlace(null, { code: later.codes[0]! })).rejects.toMatchObject({
      code: 'code_not_yet',
    })
  })

  it('is still taken a week after its last day from a phone that had no network, and not longer', async () => {
    const { codes, answer, wave, unit } = await makeCodes()
    const day = 86_400_000
    const now = Date.now()
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime(now + 5 * day)
    await expect(openForm(null, { wave, unit, visitCode: codes[0]! })).rejects.toMatchObject({
      code: 'code_expired',
    })
    await answer(codes[0]!)
    vi.setSystemTime(now + 9 * day)
    await expect(answer(codes[1]!)).rejects.toMatchObject({ code: 'code_expired' })
  })

  it('leads to its form when it is typed', async () => {
    const { codes, wave, unit } = await makeCodes()
    const typed = `${codes[0]!.slice(0, 4)} ${codes[0]!.slice(4)}`
    const place = { wave, unit, place: 'desk', collector: 'desk-officer', visitCode: codes[0] }
    expect(await findVisitPlace(null, { code: typed })).toEqual(place)
  })

  it('is asked for where nothing else is offered', async () => {
    const { wave, unit } = await makeCodes({}, ['visit-code'])
    await expect(openForm(null, { wave, unit })).rejects.toMatchObject({ code: 'code_required' })
  })
})

describe('a batch of slips', () => {
  it('keeps what the desk reports and computes the rates from it', async () => {
    const { codes, answer, batch } = await makeCodes()
    for (const code of codes.slice(0, 6)) await answer(code)
    const { id } = await batch()
    await saveVisitFigures(officer, { batch: id, handedOut: '12', visits: '60' })
    expect(await batch()).toMatchObject({
      handedOut: 12,
      visits: 60,
      shareOfSlips: null,
      shareOfVisits: null,
    })
    await revokeVisitBatch(officer, { batch: id })
    expect(await batch()).toMatchObject({ shareOfSlips: 0.5, shareOfVisits: 0.1 })
    await saveVisitFigures(officer, { batch: id, handedOut: '', visits: '' })
    expect(await batch()).toMatchObject({ handedOut: null, shareOfVisits: null })
  })

  it('shows how many were used in tens while codes are taken, and exactly once none is', async () => {
    const { codes, answer, batch } = await makeCodes()
    for (const code of codes.slice(0, 7)) await answer(code)
    expect(await batch()).toMatchObject({ used: { from: 0, to: 9 }, left: { from: 11, to: 20 } })
    const now = Date.now()
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime(now + 7 * 86_400_000)
    expect(await batch()).toMatchObject({ used: { from: 0, to: 9 }, state: 'expired' })
    vi.setSystemTime(now + 8 * 86_400_000)
    expect(await batch()).toMatchObject({ used: { from: 7, to: 7 }, left: { from: 13, to: 13 } })
  })

  it('is refused where the wave hands out no codes, and for days that run backward', async () => {
    await expect(makeCodes({}, ['open'])).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(makeCodes({ validTo: '2020-01-01' })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(makeCodes({ count: '19' })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(makeCodes({ count: '501' })).rejects.toMatchObject({ code: 'invalid_input' })
  })
})
