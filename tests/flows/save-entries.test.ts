import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { listEntrySheets } from '#lib/flows/list-entry-sheets'
import { loadEntries } from '#lib/flows/load-entries'
import { saveEntries } from '#lib/flows/save-entries'
import { signedIn } from '../support/access-scene'
import { makeActor, makeDefinition, makeUnit, makeUser } from '../support/make'

const text = (vi: string) => ({ vi, en: `${vi} (en)` })
const leaf = (code: string, max: number) => ({
  code,
  name: text(code),
  weight: 0.5,
  source: { entered: { max } },
})
const sheet = { slug: 'entered-index', version: 1, unitId: 'unit-a', year: 2024 }
const officer = makeActor({ role: 'district' })
const figure = (value: string, note = '') => ({ value, note })
const stored = () =>
  database().prisma.enteredScore.findMany({
    orderBy: { criterion: 'asc' },
    select: { criterion: true, value: true },
  })

beforeEach(async () => {
  const body = { title: text('Chỉ số'), criteria: [leaf('one', 100), leaf('two', 5)] }
  await makeDefinition({ kind: 'index', slug: 'entered-index', version: 1, body })
  await makeUnit({ id: 'unit-a', name: 'Xã A', validTo: new Date('2025-06-30') })
})

describe('saveEntries', () => {
  it('stores figures with comma or point, and keeps the history of every change', async () => {
    const me = await signedIn(await makeUser({ role: 'district', login: 'an', name: 'Nguyễn An' }))
    expect(
      await saveEntries(me, {
        ...sheet,
        figures: { one: figure('87,5', 'báo cáo 12'), two: figure('4.25') },
      }),
    ).toBe(2)
    expect(await saveEntries(me, { ...sheet, figures: { one: figure('90'), two: figure(' 4,25 ') } })).toBe(1)
    expect(await saveEntries(me, { ...sheet, figures: { two: figure('') } })).toBe(1)
    expect(await stored()).toEqual([{ criterion: 'one', value: 90 }])
    const { criteria, history } = await loadEntries(me, sheet)
    expect(criteria.map(({ code, entry }) => [code, entry?.value ?? null])).toEqual([
      ['one', 90],
      ['two', null],
    ])
    expect(history.map(({ criterion, from, to, by }) => [criterion, from, to, by])).toEqual([
      ['two', 4.25, null, 'Nguyễn An'],
      ['one', 87.5, 90, 'Nguyễn An'],
      ['two', null, 4.25, 'Nguyễn An'],
      ['one', null, 87.5, 'Nguyễn An'],
    ])
  })

  it('saves nothing at all while one figure is wrong, and names each of them', async () => {
    const figures = { one: figure('100'), two: figure('5,01'), three: figure('1') }
    const problem = await saveEntries(officer, { ...sheet, figures }).catch((error) => error)
    expect(problem.details.faults).toMatchObject([
      { question: 'three', code: 'unknown_criterion' },
      { question: 'two', code: 'out_of_range' },
    ])
    expect(problem.sentence.vi).toContain('“two”: hãy nhập một số từ 0 đến 5')
    expect(await stored()).toEqual([])
  })

  it.each(['-1', '101', '1e2', '0x10', '1.234', 'NaN', 'tám mươi', '1,2,3', '∞'])(
    'refuses %j as a figure',
    async (value) => {
      const attempt = saveEntries(officer, { ...sheet, figures: { one: figure(value) } })
      await expect(attempt).rejects.toMatchObject({ code: 'invalid_input' })
    },
  )

  it('refuses a year in which the unit was not there', async () => {
    const later = { ...sheet, year: 2026, figures: { one: figure('1') } }
    const problem = await saveEntries(officer, later).catch((error) => error)
    expect(problem.details.faults).toMatchObject([{ question: 'year', code: 'unit_not_in_year' }])
  })

  it('says when there is no such index or unit', async () => {
    const figures = { one: figure('1') }
    for (const wrong of [{ slug: 'none' }, { unitId: 'none' }])
      await expect(saveEntries(officer, { ...sheet, ...wrong, figures })).rejects.toMatchObject({
        code: 'not_found',
      })
  })
})

describe('listEntrySheets', () => {
  it('offers the communes of today first, and a commune officer only the own one', async () => {
    await makeUnit({ id: 'unit-b' })
    const all = await listEntrySheets(officer)
    expect(all.indexes).toContainEqual({ slug: 'entered-index', version: 1, title: text('Chỉ số') })
    const ids = all.units.map(({ id }) => id)
    expect(ids.indexOf('unit-b')).toBeLessThan(ids.indexOf('unit-a'))
    const own = await listEntrySheets(makeActor({ role: 'commune', unitId: 'unit-a' }))
    expect(own.units.map(({ id }) => id)).toEqual(['unit-a'])
  })
})
