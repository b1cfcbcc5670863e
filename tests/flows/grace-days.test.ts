// Answers that arrive after a wave has closed: taken for some days if a device says that they were given before, marked,
// and never once the results are public.
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#lib/access'
import { database } from '#lib/db/client'
import { loadCounts } from '#lib/flows/load-counts'
import { forgetWave } from '#lib/flows/recall-wave'
import { setGraceDays } from '#lib/flows/set-grace-days'
import { submitAnswers } from '#lib/flows/submit-answers'
import { fixClock } from '../support/fix-clock'
import { makeActor, makeDefinition, makeWave } from '../support/make'
import { kitchenSinkForm } from '../surveys/kitchen-sink-form'

const answers = { used: 0, channels: ['loa'], code: 'AB1', areas: ['x', 'y'], place: { village: 'Bình' } }
const realNow = Date.now()
const at = (text: string) => fixClock(new Date(`${text}+07:00`))

beforeEach(() => at('2026-06-12T09:00:00'))

/** Closed on the 10th of June at 17:00 in Viet Nam, opened on the first. */
async function closedWave(given: Parameters<typeof makeWave>[0] = {}) {
  const form = await makeDefinition({ body: { form: kitchenSinkForm } })
  const times = { opensAt: new Date('2026-06-01T08:00+07:00'), closesAt: new Date('2026-06-10T17:00+07:00') }
  const wave = await makeWave({ formId: form.id, graceDays: 3, ...times, ...given })
  const send = (answeredOn?: string, more: object = {}) =>
    submitAnswers(null, {
      ...{ wave: wave.id, unit: wave.units[0]!.unitId, receipt: randomUUID(), answers },
      ...(answeredOn ? { answeredOn } : {}),
      ...more,
    })
  return { wave, send }
}
const stored = async () => {
  const rows = await database().prisma.response.findMany({ orderBy: { day: 'asc' } })
  return rows.map(({ day, isLate }) => `${day.toISOString().slice(0, 10)} ${isLate ? 'late' : 'in time'}`)
}
const codeOf = (sending: Promise<unknown>) =>
  sending.then(
    () => 'taken',
    (problem) => problem.code,
  )

it('takes an answer of before the closing, keeps its day, and marks it', async () => {
  const { send } = await closedWave()
  await send('2026-06-09')
  await send('2026-06-10')
  expect(await stored()).toEqual(['2026-06-09 late', '2026-06-10 late'])
})

it('refuses what was given after the closing, or says no day, or a day before the opening', async () => {
  const { send } = await closedWave()
  for (const day of ['2026-06-11', undefined, '2026-05-31', '2026-06-13'])
    expect(await codeOf(send(day)), day).toBe('wave_closed')
  expect(await codeOf(send('10/6/2026'))).toBe('wrong_shape')
  expect(await stored()).toEqual([])
})

it('ends to the minute, and is nothing without days of grace or after cancelling', async () => {
  const { send } = await closedWave()
  at('2026-06-13T16:59:59')
  expect(await codeOf(send('2026-06-09'))).toBe('taken')
  at('2026-06-13T17:00:00')
  expect(await codeOf(send('2026-06-09'))).toBe('wave_closed')
  at('2026-06-12T09:00:00')
  expect(await codeOf((await closedWave({ graceDays: 0 })).send('2026-06-09'))).toBe('wave_closed')
  const cancelled = await closedWave({ cancelledAt: new Date('2026-06-11T08:00+07:00') })
  expect(await codeOf(cancelled.send('2026-06-09'))).toBe('wave_closed')
})

it('keeps the day of the device while the wave is open, where it can be true, and marks nothing', async () => {
  at('2026-06-09T09:00:00')
  const { send } = await closedWave()
  for (const day of ['2026-06-05', '2026-06-30', '2020-01-01', undefined]) await send(day)
  expect(await stored()).toEqual([
    '2026-06-05 in time',
    '2026-06-09 in time',
    '2026-06-09 in time',
    '2026-06-09 in time',
  ])
})

it('takes nothing more once results are public, whatever is kept in memory, and goes on when they are withdrawn', async () => {
  const { wave, send } = await closedWave()
  await send('2026-06-09')
  const release = { id: 'r', waveId: wave.id, indexId: wave.formId, title: 'Kết quả', method: '' }
  await database().prisma.release.create({ data: { ...release, cells: [], releasedBy: 'x' } })
  expect(await codeOf(send('2026-06-09')), 'the wave in memory knows of no release').toBe('results_released')
  forgetWave(wave.id)
  expect(await codeOf(send('2026-06-09'))).toBe('results_released')
  await database().prisma.release.update({ where: { id: 'r' }, data: { withdrawnAt: new Date() } })
  forgetWave(wave.id)
  expect(await codeOf(send('2026-06-09'))).toBe('taken')
  expect(await stored()).toHaveLength(2)
})

it('answers a receipt that is stored alike after the days of grace', async () => {
  const { send } = await closedWave()
  const receipt = randomUUID()
  await send('2026-06-09', { receipt })
  at('2026-07-01T08:00:00')
  expect(await send('2026-06-09', { receipt })).toEqual({ receipt })
})

it('is counted apart by unit, for those who may see the unit', async () => {
  const { wave, send } = await closedWave()
  await send('2026-06-09')
  await send('2026-06-09')
  const [own, other] = wave.units.map(({ unitId }) => unitId)
  const late = async (actor: Actor) => {
    const { cells } = await loadCounts(actor, { wave: wave.id })
    return cells.filter(({ criterion }) => criterion === 'late').map(({ unit, value }) => `${unit} ${value}`)
  }
  expect(await late(makeActor({ role: 'district' }))).toEqual([`${own} 2`, `${other} 0`])
  expect(await late(makeActor({ role: 'commune', unitId: other! }))).toEqual([`${other} 0`])
})

describe('changing the days of grace', () => {
  const officer = makeActor({ role: 'district' })
  const change = (id: string, graceDays: string) => codeOf(setGraceDays(officer, { id, graceDays }))
  const daysOf = async (id: string) =>
    (await database().prisma.wave.findUniqueOrThrow({ where: { id } })).graceDays
  /** The rule is asked of the database, whose clock is not fixed. */
  const wave = (closesInDays: number, given = {}) =>
    makeWave({ graceDays: 3, closesAt: new Date(realNow + closesInDays * 86_400_000), ...given })

  it('is possible until the wave closes, is written down with both numbers, and holds at once', async () => {
    const { id } = await wave(1)
    expect(await change(id, '7')).toBe('taken')
    expect(await daysOf(id)).toBe(7)
    const [event] = await database().prisma.auditEvent.findMany({ where: { action: 'set-grace-days' } })
    expect(event).toMatchObject({ subject: id, details: { from: 3, to: 7 } })
  })

  it('is refused after the closing, after cancelling and once results are public, and for numbers that are none', async () => {
    const closed = await wave(-1)
    const cancelled = await wave(1, { cancelledAt: new Date(realNow) })
    const released = await wave(1)
    const release = { id: 'r', waveId: released.id, indexId: released.formId, title: 'Kết quả', method: '' }
    await database().prisma.release.create({ data: { ...release, cells: [], releasedBy: 'x' } })
    for (const { id } of [closed, cancelled, released]) {
      expect(await change(id, '7')).toBe('invalid_input')
      expect(await daysOf(id)).toBe(3)
    }
    for (const wrong of ['31', '-1', '1.5', '', 'ba'])
      expect(await change((await wave(1)).id, wrong), wrong).toBe('invalid_input')
    await database().prisma.release.update({ where: { id: 'r' }, data: { withdrawnAt: new Date(realNow) } })
    expect(await change(released.id, '0')).toBe('taken')
    expect(await change('no-such-wave', '1')).toBe('unknown_wave')
  })
})
