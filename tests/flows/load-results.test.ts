import { beforeEach, describe, expect, it } from 'vitest'
import { loadChange } from '#lib/flows/load-change'
import { loadCounts } from '#lib/flows/load-counts'
import { loadDistributions } from '#lib/flows/load-distributions'
import { loadResults } from '#lib/flows/load-results'
import { makePanel } from '#lib/scoring/panel'
import { scoreIndex } from '#lib/scoring/score-tree'
import { asVolunteers, index, makePeople, sampleOf } from '../support/made-up-survey'
import { makeMadeUpWave, type Published, publishMadeUp, storePeople } from '../support/made-up-wave'
import { makeActor } from '../support/make'
import { makeAppraised } from '../support/make-round'

const officer = makeActor({ role: 'district' })
const ofCommune = makeActor({ role: 'commune', unitId: 'a' })
const people = makePeople({ seed: 31, units: ['a', 'b'], villages: 6, people: 10 })
const later = makePeople({ seed: 31, units: ['a', 'b'], villages: 6, people: 10, lift: 0.2 })
const ask = { index: 'made-up.v1', wave: 'w1' }

let published: Published

beforeEach(async () => {
  published = await publishMadeUp(['a', 'b', 'c'])
})

async function storeWave(id: string, design: 'none' | 'clusters' = 'clusters', rows = people) {
  const wave = await makeMadeUpWave(published, { id, design, units: ['a', 'b'] })
  await storePeople(wave, design === 'none' ? asVolunteers(rows) : rows)
  return wave
}

const enter = (unitId: string, value: number) =>
  makeAppraised({
    indexId: published.indexId,
    unitId,
    year: 2026,
    appraiserId: 'district',
    figures: { online: value },
  })

describe('loadResults', () => {
  it('scores every unit and all together from the stored answers and entered figures', async () => {
    await storeWave('w1')
    await enter('a', 30)
    const { cells, units, total, answers } = await loadResults(officer, ask)
    expect(units.map(({ id }) => id)).toEqual(['a', 'b', 'district'])
    expect({ total, answers }).toEqual({ total: 'district', answers: 120 })
    const sample = sampleOf(people)
    for (const [unit, members, entered] of [
      ['a', ['a'], [['online', 30]]],
      ['b', ['b'], []],
      ['district', ['a', 'b'], []],
    ] as const) {
      const root = scoreIndex({
        index,
        samples: new Map([['made-up-form', sample]]),
        panel: makePanel([sample], new Set(members)),
        entered: new Map(entered),
      })
      const cell = cells.find((one) => one.unit === unit && one.criterion === 'made-up')!
      expect(cell.value).toBe(root.share! * 100)
      expect(cell.status).toBe('ok')
    }
  })

  it('takes answers that come in later into account at the next look', async () => {
    const wave = await storeWave('w1')
    await loadResults(officer, ask)
    await storePeople(wave, people.slice(0, 7))
    expect((await loadResults(officer, ask)).answers).toBe(127)
  })

  it('shows a commune officer the own unit and the total, not the neighbours', async () => {
    await storeWave('w1')
    const { cells } = await loadResults(ofCommune, ask)
    expect([...new Set(cells.map(({ unit }) => unit))]).toEqual(['a', 'district'])
    const all = await loadResults(officer, ask)
    expect(cells).toEqual(all.cells.filter(({ unit }) => unit !== 'b'))
  })

  it('gives values without intervals for an open wave', async () => {
    await storeWave('w1', 'none')
    const { cells } = await loadResults(officer, ask)
    const measured = cells.filter(({ value }) => value !== null)
    expect(measured.length).toBeGreaterThan(8)
    expect(measured.every(({ status, low }) => status === 'no-design' && low === null)).toBe(true)
  })

  it('keeps volunteers out of the figures of a drawn sample unless they are asked for', async () => {
    const wave = await storeWave('w1')
    const before = await loadResults(officer, ask)
    await storePeople(wave, asVolunteers(later))
    expect(await loadResults(officer, ask)).toEqual(before)
    expect(before.cells.every(({ entry }) => entry === 'drawn')).toBe(true)
    const open = await loadResults(officer, { ...ask, entry: 'open' })
    const all = await loadResults(officer, { ...ask, entry: 'all' })
    expect([open.answers, all.answers]).toEqual([later.length, later.length + people.length])
    for (const { cells, entry } of [open, all])
      expect(cells.every((cell) => cell.entry === entry && cell.low === null)).toBe(true)
  })

  it('names an index or a wave that does not exist, and asks strangers to sign in', async () => {
    await storeWave('w1')
    await expect(loadResults(officer, { ...ask, index: 'made-up.v9' })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(loadResults(officer, { ...ask, index: '../x' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(loadResults(officer, { ...ask, wave: 'none' })).rejects.toMatchObject({
      code: 'unknown_wave',
    })
    await expect(loadResults(null, ask)).rejects.toMatchObject({ code: 'sign_in_required' })
  })
})

describe('loadChange', () => {
  it('gives the difference of the two results, with an interval, for each unit', async () => {
    await storeWave('w0')
    await storeWave('w1', 'clusters', later)
    const [before, after] = [
      await loadResults(officer, { ...ask, wave: 'w0' }),
      await loadResults(officer, ask),
    ]
    const { cells } = await loadChange(officer, { ...ask, baseline: 'w0' })
    for (const unit of ['a', 'b', 'district']) {
      const of = (list: typeof cells) =>
        list.find((cell) => cell.unit === unit && cell.criterion === 'access')!
      const cell = of(cells)
      expect(cell.value).toBeCloseTo(of(after.cells).value! - of(before.cells).value!, 10)
      expect(cell.low!).toBeLessThan(cell.value!)
      expect(cell.status).toBe('ok')
    }
  })

  it('is a visible break where a unit takes part in one wave only, and for the total of other units', async () => {
    await storeWave('w0')
    const wave = await makeMadeUpWave(published, { id: 'w1', units: ['b', 'c'] })
    await storePeople(
      wave,
      later.filter(({ unit }) => unit === 'b'),
    )
    const { cells } = await loadChange(officer, { ...ask, baseline: 'w0' })
    const statusOf = (unit: string) => cells.find((cell) => cell.unit === unit && cell.criterion === 'access')
    expect(statusOf('a')).toMatchObject({ status: 'not-comparable', flags: ['units-changed'], value: null })
    expect(statusOf('b')).toMatchObject({ status: 'ok' })
    expect(statusOf('district')).toMatchObject({ status: 'not-comparable', flags: ['units-changed'] })
  })

  it('is a break between an open wave and a sample', async () => {
    await storeWave('w0', 'none')
    await storeWave('w1')
    const { cells } = await loadChange(officer, { ...ask, baseline: 'w0' })
    expect(cells.find(({ criterion }) => criterion === 'access')).toMatchObject({
      status: 'not-comparable',
      flags: ['design-changed'],
    })
  })
})

describe('loadDistributions', () => {
  it('splits each question of all units or of one', async () => {
    await storeWave('w1')
    const all = await loadDistributions(officer, { wave: 'w1' })
    const one = await loadDistributions(officer, { wave: 'w1', unit: 'a' })
    expect(all.questions).toHaveLength(6)
    expect(all.questions[0]!.cells[0]!.n).toBe(120)
    expect(one.questions[0]!.cells[0]!.n).toBe(60)
  })

  it('refuses a commune officer the answers of a neighbour', async () => {
    await storeWave('w1')
    await expect(loadDistributions(ofCommune, { wave: 'w1', unit: 'b' })).rejects.toMatchObject({
      code: 'not_allowed',
    })
    await expect(loadDistributions(officer, { wave: 'w1', unit: 'c' })).rejects.toMatchObject({
      code: 'unknown_unit',
    })
  })
})

describe('loadCounts', () => {
  it('counts the answers of each unit against its target', async () => {
    await storeWave('w1')
    const { cells } = await loadCounts(officer, { wave: 'w1' })
    const value = (unit: string, criterion: string) =>
      cells.find((cell) => cell.unit === unit && cell.criterion === criterion)?.value
    expect([value('a', 'answers'), value('a', 'target')]).toEqual([60, 200])
    expect(value('a', 'mode=self')! + value('a', 'mode=assisted')!).toBe(60)
  })

  it('shows a commune officer the own unit only', async () => {
    await storeWave('w1')
    const { cells } = await loadCounts(ofCommune, { wave: 'w1' })
    expect(new Set(cells.map(({ unit }) => unit))).toEqual(new Set(['a']))
  })
})
