// A stack of paper sheets from registration to closing, keyed in by two people who differ.
import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#lib/access'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { database } from '#lib/db/client'
import { closePaperBatch } from '#lib/flows/close-paper-batch'
import { endWave } from '#lib/flows/end-wave'
import { listPaperBatches } from '#lib/flows/list-paper-batches'
import { loadPaperBatch } from '#lib/flows/load-paper-batch'
import { loadPaperDifferences } from '#lib/flows/load-paper-differences'
import { loadPaperEntry } from '#lib/flows/load-paper-entry'
import { forgetWave } from '#lib/flows/recall-wave'
import { reconcilePaperSheet } from '#lib/flows/reconcile-paper-sheet'
import { registerPaperBatch } from '#lib/flows/register-paper-batch'
import { removePaperSheet } from '#lib/flows/remove-paper-sheet'
import { savePaperSheet } from '#lib/flows/save-paper-sheet'
import { noAnswer, notAsked } from '#lib/surveys/variable'
import { makeActor, makeDefinition, makeUnit, makeUser, makeWave } from '../support/make'

const form = {
  pages: [
    {
      name: 'page',
      elements: [
        { type: 'radiogroup', name: 'used', title: 'Đã đến?', isRequired: true, choices: [1, 2] },
        { type: 'text', name: 'where', title: 'Ở đâu?', isRequired: true, visibleIf: '{used} = 1' },
        { type: 'text', inputType: 'number', name: 'visits', title: 'Mấy lần?', min: 0, max: 50 },
        { type: 'checkbox', name: 'ways', title: 'Cách nào?', choices: ['desk', 'online', 'post'] },
      ],
    },
  ],
}

let an: Actor
let binh: Actor
const wave = 'paper-wave'
const place = { wave, unit: 'xa-an', number: 'A-1' }
const today = dayInVietNam()

async function person(role: 'district' | 'commune' | 'analyst', unitId: string | null = null) {
  const { id, login } = await makeUser({ role, unitId })
  return makeActor({ role, unitId, userId: id, login })
}

beforeEach(async () => {
  forgetWave(wave)
  await makeUnit({ id: 'xa-an' })
  await makeUnit({ id: 'xa-binh' })
  const body = { title: { vi: 'Phiếu' }, form }
  const { id: formId } = await makeDefinition({ body })
  await makeWave({ id: wave, formId, units: ['xa-an', 'xa-binh'], modes: ['self', 'paper'] })
  an = await person('district')
  binh = await person('district')
})

const registered = (given: Record<string, unknown> = {}) =>
  registerPaperBatch(an, { ...place, sheets: 2, collectedOn: today, dueOn: today, ...given })

const save = (who: Actor, sheet: number, keyed: Record<string, string>) =>
  savePaperSheet(who, { ...place, sheet, keyed })

const refused = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code })

const responses = () => database().prisma.response.findMany({ where: { waveId: wave } })
const drafts = () => database().prisma.paperEntry.count()

describe('registering a stack', () => {
  it('keeps what is written on it, with a line in the audit log', async () => {
    await registered({ place: 'home', collector: 'village-head', isDouble: true })
    const [line] = await listPaperBatches(an)
    expect(line).toMatchObject({
      number: 'A-1',
      sheets: 2,
      place: 'home',
      isDouble: true,
      share: 0,
      isLate: false,
    })
    const events = await database().prisma.auditEvent.findMany({ where: { action: 'register-paper-batch' } })
    expect(events.map(({ actorId, subject }) => [actorId, subject])).toEqual([[an.userId, wave]])
  })

  it('takes a number once in a unit of a wave', async () => {
    await registered()
    await refused(registered(), 'already_exists')
    await registered({ unit: 'xa-binh' })
  })

  it.each([
    ['a day before the wave opened', { collectedOn: '2019-12-31' }, 'invalid_input'],
    ['a day to come', { collectedOn: '2098-01-01' }, 'invalid_input'],
    ['a time limit in the past', { dueOn: '2020-02-01' }, 'invalid_input'],
    ['no sheets', { sheets: 0 }, 'invalid_input'],
    ['a number that does not fit into an address', { number: 'xấp 1' }, 'invalid_input'],
    ['a village of a wave without a sample', { cluster: 'v1' }, 'unknown_cluster'],
    ['a place that is not offered', { place: 'moon' }, 'place_not_offered'],
    ['a unit that takes no part', { unit: 'xa-khac' }, 'unknown_unit'],
  ])('refuses %s', async (_, given, code) => {
    await refused(registered(given), code)
  })

  it('is refused once the wave is closed, and where it takes no paper', async () => {
    await makeWave({ id: 'no-paper', units: ['xa-an'], modes: ['self'] })
    await refused(registered({ wave: 'no-paper' }), 'mode_not_offered')
    await endWave(makeActor({ role: 'admin' }), { id: wave, how: 'close' })
    forgetWave(wave)
    await refused(registered(), 'wave_closed')
  })

  it('is not for the rated unit unless the wave says so', async () => {
    const commune = await person('commune', 'xa-an')
    const input = { ...place, sheets: 1, collectedOn: today, dueOn: today }
    await refused(registerPaperBatch(commune, input), 'paper_not_by_unit')
    await database().prisma.wave.update({ where: { id: wave }, data: { isPaperKeyedByUnits: true } })
    forgetWave(wave)
    await registerPaperBatch(commune, input)
    await refused(registerPaperBatch(commune, { ...input, unit: 'xa-binh' }), 'not_allowed')
    await savePaperSheet(commune, { ...place, sheet: 1, keyed: { used: '2' } })
    await closePaperBatch(commune, place)
    expect((await loadPaperBatch(an, place)).batch.keyedBy).toBe('unit')
  })
})

describe('keying in a sheet', () => {
  it('stores what is empty as no answer, and counts what a screen would have insisted on', async () => {
    await registered()
    await save(an, 1, { visits: '3' })
    await save(an, 2, { used: '1', where: 'Thôn 1', ways: '3+1' })
    expect(await closePaperBatch(an, place)).toBe(2)
    const rows = await responses()
    expect(rows.map(({ answers }) => answers)).toEqual(
      expect.arrayContaining([{ visits: 3 }, { used: 1, where: 'Thôn 1', ways: ['desk', 'post'] }]),
    )
    const empty = rows.find(({ coded }) => coded[0] === noAnswer)!
    expect(empty.coded[1], 'hidden while the question above has no answer').toBe(notAsked)
    expect(
      rows.map(({ mode, batch, entry, day }) => [mode, batch, entry, day.toISOString().slice(0, 10)]),
    ).toEqual([
      ['paper', 'A-1', 'open', today],
      ['paper', 'A-1', 'open', today],
    ])
    expect((await loadPaperBatch(an, place)).batch.summary).toMatchObject({ omitted: { used: 1 }, stored: 2 })
  })

  it('keeps an undecidable mark as no answer and counts it', async () => {
    await registered({ sheets: 1 })
    await save(an, 1, { used: '*', visits: '2' })
    await closePaperBatch(an, place)
    expect((await responses())[0]!.answers).toEqual({ visits: 2 })
    expect((await loadPaperBatch(an, place)).batch.summary).toMatchObject({ unclear: { used: 1 } })
  })

  it.each([
    ['a box that is not there', { used: '7' }],
    ['a number outside its limits', { visits: '51' }],
    ['a question that is not in the form', { shoe_size: '41' }],
  ])('refuses %s and says where', async (_, keyed) => {
    await registered()
    await refused(save(an, 1, keyed as unknown as Record<string, string>), 'invalid_answers')
    expect(await drafts()).toBe(0)
  })

  it('refuses an empty sheet unless it is recorded as blank', async () => {
    await registered({ sheets: 1 })
    await refused(save(an, 1, {}), 'invalid_input')
    await savePaperSheet(an, { ...place, sheet: 1, keyed: {}, voidReason: 'blank' })
    await refused(closePaperBatch(an, place), 'invalid_input')
    expect(await closePaperBatch(an, { ...place, explanation: 'Một phiếu bỏ trắng.' })).toBe(0)
  })

  it('sent again is stored once, and one’s own later reading replaces the earlier', async () => {
    await registered({ sheets: 1 })
    await save(an, 1, { used: '1' })
    await save(an, 1, { used: '1' })
    await save(an, 1, { used: '2' })
    expect((await loadPaperEntry(an, place)).own).toEqual([
      { sheet: 1, keyed: { used: '2' }, voidReason: '' },
    ])
  })

  it('leaves a sheet to whoever keyed it in first, where one reading is enough', async () => {
    await registered()
    await save(an, 1, { used: '1' })
    await refused(save(binh, 1, { used: '2' }), 'sheet_taken')
    expect((await loadPaperEntry(binh, place)).taken).toEqual([1])
  })

  it('can be taken back by the same person only', async () => {
    await registered()
    await save(an, 1, { used: '1' })
    expect(await removePaperSheet(binh, { ...place, sheet: 1 })).toBe(false)
    expect(await removePaperSheet(an, { ...place, sheet: 1 })).toBe(true)
    expect(await drafts()).toBe(0)
  })

  it('refuses somebody who only reads', async () => {
    await registered()
    const reader = await person('analyst')
    await refused(save(reader, 1, { used: '1' }), 'not_allowed')
  })
})

describe('keying in twice', () => {
  it('asks for two people: a second reading by the same person replaces the first', async () => {
    await registered({ isDouble: true, sheets: 1 })
    await save(an, 1, { used: '1' })
    await save(an, 1, { used: '1' })
    expect((await loadPaperBatch(an, place)).sheets).toEqual([{ sheet: 1, state: 'once' }])
    await refused(closePaperBatch(an, place), 'batch_unfinished')
    await save(binh, 1, { used: '1' })
    expect((await loadPaperBatch(an, place)).sheets).toEqual([{ sheet: 1, state: 'ready' }])
    await refused(save(await person('district'), 1, { used: '1' }), 'sheet_taken')
  })

  it('keeps two people apart even when everything is sent at the same moment', async () => {
    await registered({ isDouble: true, sheets: 1 })
    const sent = [an, an, binh, an, binh].map((who) => save(who, 1, { used: '1' }))
    await Promise.all(sent)
    const rows = await database().prisma.paperEntry.findMany({ orderBy: { pass: 'asc' } })
    expect(rows.map(({ pass }) => pass)).toEqual([1, 2])
    expect(new Set(rows.map(({ enteredBy }) => enteredBy))).toEqual(new Set([an.userId, binh.userId]))
  })

  it('does not show a person what another one keyed in', async () => {
    await registered({ isDouble: true })
    await save(an, 1, { used: '1', where: 'bí mật' })
    expect(JSON.stringify(await loadPaperEntry(binh, place))).not.toContain('bí mật')
  })

  it('shows only what differs, takes what the paper says, and stores each sheet once', async () => {
    await registered({ isDouble: true })
    await save(an, 1, { used: '1', where: 'Thôn 1', visits: '3' })
    await save(binh, 1, { used: '1', where: 'Thôn 1', visits: '8' })
    await save(an, 2, { used: '2', ways: '2+1' })
    await save(binh, 2, { used: '2', ways: '1+2' })
    const differences = await loadPaperDifferences(an, place)
    expect(
      differences.map(({ sheet, fields }) => [
        sheet,
        fields.map(({ field, first, second }) => [field.number, first, second]),
      ]),
    ).toEqual([[1, [['3', '3', '8']]]])
    await refused(closePaperBatch(an, place), 'batch_unfinished')
    await refused(reconcilePaperSheet(an, { ...place, sheet: 1 }), 'invalid_input')
    await refused(
      reconcilePaperSheet(an, { ...place, sheet: 1, decided: { visits: '99' } }),
      'invalid_answers',
    )
    await reconcilePaperSheet(an, { ...place, sheet: 1, decided: { visits: '5' } })
    await refused(save(an, 1, { used: '2' }), 'sheet_agreed')
    expect((await loadPaperBatch(an, place)).agreement).toMatchObject({
      sheets: 2,
      compared: 5,
      different: 1,
    })

    const outcomes = await Promise.allSettled([closePaperBatch(an, place), closePaperBatch(binh, place)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await responses()).map(({ answers }) => answers)).toEqual(
      expect.arrayContaining([
        { used: 1, where: 'Thôn 1', visits: 5 },
        { used: 2, ways: ['desk', 'online'] },
      ]),
    )
    expect(await responses()).toHaveLength(2)
  })

  it('settles a sheet that only one of the two held for blank', async () => {
    await registered({ isDouble: true, sheets: 1 })
    await savePaperSheet(an, { ...place, sheet: 1, keyed: {}, voidReason: 'damaged' })
    await save(binh, 1, { used: '2' })
    expect((await loadPaperBatch(an, place)).sheets[0]!.state).toBe('differs')
    await refused(reconcilePaperSheet(an, { ...place, sheet: 1 }), 'invalid_input')
    await reconcilePaperSheet(an, { ...place, sheet: 1, whole: 'second' })
    expect(await closePaperBatch(an, place)).toBe(1)
  })
})

describe('closing a stack', () => {
  it('deletes what was keyed in and who keyed it in, and leaves no trace of persons at the answers', async () => {
    await registered({ sheets: 1 })
    await save(an, 1, { used: '2' })
    await closePaperBatch(binh, place)
    expect(await drafts()).toBe(0)
    const everything = JSON.stringify(
      [await responses(), await database().prisma.paperBatch.findMany()],
      (_, value) => (typeof value === 'bigint' ? String(value) : value),
    )
    expect(everything).not.toContain(an.userId)
  })

  it('asks for an explanation when the sheets are not those that were counted', async () => {
    await registered({ sheets: 3 })
    await save(an, 1, { used: '2' })
    await refused(closePaperBatch(an, place), 'invalid_input')
    expect(await closePaperBatch(an, { ...place, explanation: 'Hai phiếu thất lạc khi chuyển.' })).toBe(1)
  })

  it('is final: nothing more is keyed in, taken back or changed', async () => {
    await registered({ sheets: 1 })
    await save(an, 1, { used: '2' })
    await closePaperBatch(an, place)
    await refused(save(an, 1, { used: '1' }), 'batch_closed')
    await refused(removePaperSheet(an, { ...place, sheet: 1 }), 'batch_closed')
    await refused(closePaperBatch(an, place), 'batch_closed')
    const sql = (text: string) => database().pool.query(text)
    await expect(sql(`update "PaperBatch" set sheets = 9`)).rejects.toThrow(/refused/)
    await expect(sql(`delete from "PaperBatch"`)).rejects.toThrow(/refused/)
    await expect(
      sql(`insert into "PaperEntry" ("unitId", "waveId", batch, sheet, pass, "enteredBy", keyed, day)
           values ('xa-an', '${wave}', 'A-1', 2, 1, 'x', '{}', now())`),
    ).rejects.toThrow(/its batch is closed/)
  })

  it('works after the wave has closed, but not for one that was cancelled', async () => {
    await registered({ sheets: 1 })
    const admin = makeActor({ role: 'admin' })
    await endWave(admin, { id: wave, how: 'close' })
    forgetWave(wave)
    await save(an, 1, { used: '2' })
    await endWave(admin, { id: wave, how: 'cancel' })
    forgetWave(wave)
    await refused(closePaperBatch(an, place), 'wave_closed')
    expect(await responses()).toEqual([])
  })
})
