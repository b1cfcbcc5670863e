import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { forgetWave } from '#lib/flows/recall-wave'
import { submitAnswers } from '#lib/flows/submit-answers'
import type { Problem } from '#lib/problem'
import { notAsked } from '#lib/surveys/variable'
import { fixClock, fixedNow } from '../support/fix-clock'
import { makeDefinition, makeWave } from '../support/make'
import { kitchenSinkForm } from '../surveys/kitchen-sink-form'

const good = { used: 0, channels: ['loa'], code: 'AB1', areas: ['x', 'y'], place: { village: 'Bình' } }

async function openWave(given: Parameters<typeof makeWave>[0] = {}) {
  const form = await makeDefinition({
    slug: `kitchen-${randomUUID().slice(0, 8)}`,
    body: { form: kitchenSinkForm },
  })
  const wave = await makeWave({ formId: form.id, ...given })
  return { wave, unit: wave.units[0]!.unitId, form: `${form.slug}.v1` }
}

const rows = () => database().prisma.response.findMany({ orderBy: { receipt: 'asc' } })

async function refusalOf(submission: unknown) {
  try {
    await submitAnswers(null, submission)
  } catch (problem) {
    expect(await rows()).toEqual([])
    return (problem as Problem).toJSON() as Record<string, unknown> & {
      code: string
      status: number
      title: string
    }
  }
  throw new Error('it was accepted')
}

describe('submitAnswers', () => {
  it('stores one row: the answers, their codes, the day in Viet Nam and nothing finer', async () => {
    fixClock(new Date('2026-06-15T23:30:00Z'))
    const { wave, unit, form } = await openWave()
    const receipt = randomUUID()
    const submission = { wave: wave.id, unit, receipt, answers: good, form, mode: 'assisted', language: 'en' }
    expect(await submitAnswers(null, submission)).toEqual({ receipt })
    const [row, ...others] = await rows()
    expect(others).toEqual([])
    expect(row).toMatchObject({
      unitId: unit,
      waveId: wave.id,
      receipt,
      formId: wave.formId,
      mode: 'assisted',
      language: 'en',
    })
    expect(row).toMatchObject({ cluster: '', stratum: '', weight: 1, answers: good })
    expect(row!.day.toISOString()).toBe('2026-06-16T00:00:00.000Z')
    expect(row!.coded.slice(0, 2)).toEqual([0, notAsked])
    expect(Object.keys(row!).sort()).toEqual(
      'answers batch cluster coded collector day entry formId isLate language mode place receipt stratum unitId waveId weight'.split(
        ' ',
      ),
    )
  })

  it('drops what the conditions hide before it stores', async () => {
    const { wave, unit } = await openWave()
    await submitAnswers(null, { wave: wave.id, unit, receipt: randomUUID(), answers: { ...good, visits: 3 } })
    expect((await rows())[0]!.answers).toEqual(good)
  })

  it('gives the answer of a drawn village its stratum and weight', async () => {
    const { wave, unit } = await openWave({ units: undefined })
    const unitIds = wave.units.map((one) => one.unitId)
    const sampled = await makeWave({
      formId: wave.formId,
      units: unitIds,
      clusters: [{ unitId: unit, code: 'th1', stratum: 'far', weight: 12.5 }],
    })
    await submitAnswers(null, {
      wave: sampled.id,
      unit,
      receipt: randomUUID(),
      answers: good,
      cluster: 'th1',
    })
    expect((await rows())[0]).toMatchObject({ cluster: 'th1', stratum: 'far', weight: 12.5 })
  })

  it('keeps how the answer came in: place, role and the right to answer', async () => {
    const { wave, unit } = await openWave()
    const head = { wave: wave.id, unit, answers: good }
    await submitAnswers(null, { ...head, receipt: randomUUID(), place: 'desk', collector: 'desk-officer' })
    expect((await rows())[0]).toMatchObject({ place: 'desk', collector: 'desk-officer', entry: 'open' })
    await submitAnswers(null, { ...head, receipt: randomUUID() })
    expect((await rows()).map((row) => `${row.place}|${row.collector}`).sort()).toEqual([
      'desk|desk-officer',
      '|',
    ])
  })

  it('gives an answer without a drawn village no part in the sample of a wave that has one', async () => {
    const { wave, unit } = await openWave()
    const clusters = [{ unitId: unit, code: 'th1', weight: 12.5 }]
    const plan = { formId: wave.formId, units: [unit], clusters }
    const both = await makeWave({ ...plan, entries: ['drawn', 'open'] })
    await submitAnswers(null, { wave: both.id, unit, receipt: randomUUID(), answers: good })
    expect((await rows())[0]).toMatchObject({ entry: 'open', cluster: '', weight: 1 })
    const drawn = await makeWave(plan)
    const answer = submitAnswers(null, { wave: drawn.id, unit, receipt: randomUUID(), answers: good })
    await expect(answer).rejects.toMatchObject({ code: 'unknown_cluster' })
  })

  it.each<[string, (given: { wave: string; unit: string }) => unknown, string, number, string]>([
    ['no object', () => null, 'wrong_shape', 400, 'nội dung'],
    ['no receipt', ({ wave, unit }) => ({ wave, unit, answers: good }), 'wrong_shape', 400, 'receipt'],
    [
      'a receipt that is no uuid',
      (given) => ({ ...given, receipt: '1', answers: good }),
      'wrong_shape',
      400,
      'receipt',
    ],
    [
      'a field nobody knows',
      (given) => ({ ...given, receipt: randomUUID(), answers: good, name: 'An' }),
      'wrong_shape',
      400,
      'name',
    ],
    [
      'answers that are a list',
      (given) => ({ ...given, receipt: randomUUID(), answers: [] }),
      'wrong_shape',
      400,
      'answers',
    ],
    [
      'an unknown wave',
      (given) => ({ ...given, wave: 'nope', receipt: randomUUID(), answers: good }),
      'unknown_wave',
      404,
      'nope',
    ],
    [
      'a place nobody knows',
      (given) => ({ ...given, receipt: randomUUID(), answers: good, place: 'market' }),
      'place_not_offered',
      422,
      'market',
    ],
    [
      'a role nobody knows',
      (given) => ({ ...given, receipt: randomUUID(), answers: good, collector: 'neighbour' }),
      'unknown_collector',
      422,
      'neighbour',
    ],
    [
      'a code where none are handed out',
      (given) => ({ ...given, receipt: randomUUID(), answers: good, visitCode: '123' }),
      'code_not_taken',
      422,
      'mã',
    ],
    [
      'an unknown unit',
      (given) => ({ ...given, unit: 'nope', receipt: randomUUID(), answers: good }),
      'unknown_unit',
      422,
      'nope',
    ],
    [
      'another version',
      (given) => ({ ...given, receipt: randomUUID(), answers: good, form: 'kitchen.v9' }),
      'wrong_version',
      409,
      'kitchen.v9',
    ],
    [
      'a mode not offered',
      (given) => ({ ...given, receipt: randomUUID(), answers: good, mode: 'paper' }),
      'mode_not_offered',
      422,
      'paper',
    ],
    [
      'a village of no sample',
      (given) => ({ ...given, receipt: randomUUID(), answers: good, cluster: 'x' }),
      'unknown_cluster',
      422,
      'x',
    ],
    [
      'an unknown question',
      (given) => ({ ...given, receipt: randomUUID(), answers: { ...good, hobby: 1 } }),
      'invalid_answers',
      422,
      'hobby',
    ],
    [
      'a value not offered',
      (given) => ({ ...given, receipt: randomUUID(), answers: { ...good, used: 7 } }),
      'invalid_answers',
      422,
      'Đã đến UBND?',
    ],
    [
      'a wrong type',
      (given) => ({ ...given, receipt: randomUUID(), answers: { ...good, used: '0' } }),
      'invalid_answers',
      422,
      'Đã đến UBND?',
    ],
    [
      'an over-long text',
      (given) => ({ ...given, receipt: randomUUID(), answers: { ...good, why: 'x'.repeat(61) } }),
      'invalid_answers',
      422,
      'Vì sao?',
    ],
    [
      'a missing required answer',
      (given) => ({ ...given, receipt: randomUUID(), answers: {} }),
      'invalid_answers',
      422,
      'Đã đến UBND?',
    ],
  ])(
    'refuses %s with a problem of its own that names the place, and stores nothing',
    async (_name, make, code, status, place) => {
      const { wave, unit } = await openWave()
      const problem = await refusalOf(make({ wave: wave.id, unit }))
      expect(problem).toMatchObject({ code, status })
      expect(problem.title).toContain(place)
    },
  )

  it('refuses a sampled wave without its village', async () => {
    const { wave, unit } = await openWave()
    const sampled = await makeWave({
      formId: wave.formId,
      clusters: [{ unitId: unit, code: 'th1' }],
      units: [unit],
    })
    const problem = await refusalOf({ wave: sampled.id, unit, receipt: randomUUID(), answers: good })
    expect(problem.code).toBe('unknown_cluster')
  })

  it('refuses answers before the wave opens and from the very moment it closes', async () => {
    const { wave, unit } = await openWave({
      opensAt: new Date('2026-06-15T05:00:00Z'),
      closesAt: new Date('2026-06-15T06:00:00Z'),
    })
    const submission = () => ({ wave: wave.id, unit, receipt: randomUUID(), answers: good })
    fixClock(new Date('2026-06-15T04:59:59.999Z'))
    expect((await refusalOf(submission())).code).toBe('wave_not_open')
    fixClock(new Date('2026-06-15T06:00:00Z'))
    expect((await refusalOf(submission())).code).toBe('wave_closed')
    fixClock(new Date('2026-06-15T05:59:59.999Z'))
    await submitAnswers(null, submission())
    expect(await rows()).toHaveLength(1)
  })

  it('refuses a wave that was closed or cancelled a moment ago, whatever is kept in memory', async () => {
    fixClock(fixedNow)
    const { wave, unit } = await openWave()
    const submission = () => ({ wave: wave.id, unit, receipt: randomUUID(), answers: good })
    await submitAnswers(null, submission())
    await database().prisma.wave.update({ where: { id: wave.id }, data: { cancelledAt: fixedNow } })
    await expect(submitAnswers(null, submission())).rejects.toMatchObject({ code: 'wave_closed' })
    await database().prisma.wave.update({
      where: { id: wave.id },
      data: { cancelledAt: null, closesAt: fixedNow },
    })
    await expect(submitAnswers(null, submission())).rejects.toMatchObject({ code: 'wave_closed' })
    expect(await rows()).toHaveLength(1)
  })

  it('answers the same receipt alike and stores it once, at the same moment and one after the other', async () => {
    const { wave, unit } = await openWave()
    const receipt = randomUUID()
    const submission = { wave: wave.id, unit, receipt, answers: good }
    const replies = await Promise.all(Array.from({ length: 40 }, () => submitAnswers(null, submission)))
    expect(new Set(replies.map((reply) => reply.receipt))).toEqual(new Set([receipt]))
    expect(await submitAnswers(null, { ...submission, receipt: receipt.toUpperCase() })).toEqual({ receipt })
    expect(await rows()).toHaveLength(1)
  })

  it('answers a stored receipt alike after the wave has closed, and even with other answers', async () => {
    const { wave, unit } = await openWave()
    const submission = { wave: wave.id, unit, receipt: randomUUID(), answers: good }
    await submitAnswers(null, submission)
    expect(await submitAnswers(null, { ...submission, answers: {} })).toEqual({ receipt: submission.receipt })
    await database().prisma.wave.update({
      where: { id: wave.id },
      data: { closesAt: new Date('2021-01-01') },
    })
    forgetWave(wave.id)
    expect(await submitAnswers(null, submission)).toEqual({ receipt: submission.receipt })
    expect((await rows()).map((row) => row.answers)).toEqual([good])
  })

  it('stores many answers that come at once, each of them once', async () => {
    const { wave, unit } = await openWave()
    const receipts = Array.from({ length: 300 }, () => randomUUID())
    await Promise.all(
      receipts.map((receipt) => submitAnswers(null, { wave: wave.id, unit, receipt, answers: good })),
    )
    expect((await rows()).map((row) => row.receipt)).toEqual(receipts.sort())
  })
})

describe('submitAnswers for a wave of secret ballots', () => {
  it('takes nothing: whoever is invited casts a ballot, and a line without secrecy would be a way round it', async () => {
    const { wave, unit } = await openWave({ audience: 'delegates' })
    const submission = { wave: wave.id, unit, receipt: randomUUID(), answers: good }
    expect((await refusalOf(submission)).code).toBe('invitation_required')
    expect((await refusalOf({ ...submission, token: 'a guess' })).code).toBe('wrong_shape')
  })
})
