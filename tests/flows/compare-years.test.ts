// Two frozen rounds with surveys, before and after units merged.
import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { compareYears } from '#lib/flows/compare-years'
import { exportYears } from '#lib/flows/export-years'
import { freezeRound } from '#lib/flows/freeze-round'
import { loadRoundResult } from '#lib/flows/load-round-result'
import type { Cell } from '#lib/scoring/cell'
import { makePanel } from '#lib/scoring/panel'
import { scoreIndex } from '#lib/scoring/score-tree'
import { index, makePeople, sampleOf } from '../support/made-up-survey'
import { makeMadeUpWave, type Published, publishMadeUp, storePeople } from '../support/made-up-wave'
import { makeActor, makeUnit } from '../support/make'
import { makeAppraisedRound } from '../support/make-round'

const admin = makeActor({ role: 'admin' })
const old = makePeople({ seed: 51, units: ['a', 'b', 'c'], villages: 6, people: 12 })
const recent = makePeople({ seed: 52, units: ['n', 'c', 'p'], villages: 6, people: 12, lift: 0.1 })

let published: Published

/** a and b became n; p is new and took in a part of another unit; c stayed what it was. */
beforeEach(async () => {
  published = await publishMadeUp(['a', 'b', 'c', 'x'])
  const { prisma } = database()
  await prisma.unit.updateMany({
    where: { id: { in: ['a', 'b', 'x'] } },
    data: { validTo: new Date('2025-06-30') },
  })
  for (const id of ['n', 'p'])
    await makeUnit({ id, name: `Xã ${id}`, parentId: 'district', validFrom: new Date('2025-07-01') })
  await prisma.unitLineage.createMany({
    data: [
      { fromId: 'a', toId: 'n', isWhole: true },
      { fromId: 'b', toId: 'n', isWhole: true },
      { fromId: 'x', toId: 'p', isWhole: false },
    ],
  })
})

/** A wave and a round of one year, frozen together; returns the id of the round. */
async function freezeYear(year: number, people: typeof old, online: Record<string, number>) {
  const wave = await makeMadeUpWave(published, {
    id: `w${year}`,
    units: Object.keys(online),
    periodStart: new Date(`${year}-08-01`),
    periodEnd: new Date(`${year}-12-31`),
  })
  await storePeople(wave, people)
  const units = Object.fromEntries(Object.entries(online).map(([unit, value]) => [unit, { online: value }]))
  const id = await makeAppraisedRound({
    indexId: published.indexId,
    year,
    appraiserId: 'district',
    units,
  })
  await freezeRound(admin, { id, wave: wave.id, isConfirmed: true })
  return id
}

const bothYears = async () => ({
  before: await freezeYear(2024, old, { a: 10, b: 20, c: 20 }),
  after: await freezeYear(2025, recent, { n: 30, c: 28, p: 4 }),
})

const find = (cells: readonly Cell[], unit: string, criterion: string, period?: string) =>
  cells.find((one) => one.unit === unit && one.criterion === criterion && (!period || one.period === period))!

describe('compareYears', () => {
  it('subtracts the frozen figures of a unit that stayed what it was, errors added up', async () => {
    const { before, after } = await bothYears()
    const { cells, choices, baseline } = await compareYears(admin, { id: after })
    const frozen = [before, after].map(async (id) => (await loadRoundResult(admin, { id })).cells)
    const [early, late] = (await Promise.all(frozen)).map((list) => find(list, 'c', 'made-up'))
    const cell = find(cells, 'c', 'made-up')
    expect(cell.value).toBe(late!.value! - early!.value!)
    expect(cell.standardError).toBe(late!.standardError! + early!.standardError!)
    expect(cell.low!).toBeLessThan(cell.value!)
    expect(cell.flags).toContain('bounded')
    expect(find(cells, 'c', 'online')).toMatchObject({ value: 20, flags: ['exact'], low: null })
    expect([choices.map(({ id }) => id), baseline?.id]).toEqual([[before], before])
  })

  it('computes the survey parts of merged units anew and compares no entered figure of theirs', async () => {
    const { after } = await bothYears()
    const { cells, levels } = await compareYears(admin, { id: after })
    const sample = sampleOf(old)
    const root = scoreIndex({
      index,
      samples: new Map([['made-up-form', sample]]),
      panel: makePanel([sample], new Set(['a', 'b'])),
      entered: new Map(),
    })
    const staff = find(levels, 'n', 'staff', '2024')
    expect(staff.value).toBe(root.children[1]!.share! * 100)
    const cell = find(cells, 'n', 'staff')
    expect(cell.value).toBe(find(levels, 'n', 'staff', '2025').value! - staff.value!)
    expect(cell).toMatchObject({ status: 'ok', continuity: { rule: 'merged', units: ['a', 'b'] } })
    for (const criterion of ['online', 'made-up'])
      expect(find(cells, 'n', criterion)).toMatchObject({ value: null, status: 'not-comparable' })
  })

  it('has no number where only a part moved, and says where former units went', async () => {
    const { after } = await bothYears()
    const { cells, named } = await compareYears(admin, { id: after })
    expect(find(cells, 'p', 'staff')).toMatchObject({
      value: null,
      status: 'not-comparable',
      continuity: { rule: 'part', parts: ['x'] },
    })
    expect(find(cells, 'a', 'staff').continuity).toMatchObject({ rule: 'continued', units: ['n'] })
    expect(named.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'n', 'p', 'x'])
  })

  it('says that there is no earlier year, and refuses one that is not by the same index', async () => {
    const { before } = await bothYears()
    expect(await compareYears(admin, { id: before })).toMatchObject({ baseline: null, cells: [] })
    await expect(compareYears(admin, { id: before, with: 'nothing' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('shows a commune officer the own unit, in the file as well', async () => {
    const { after } = await bothYears()
    const officer = makeActor({ role: 'commune', unitId: 'n' })
    const { cells } = await compareYears(officer, { id: after })
    expect([...new Set(cells.map(({ unit }) => unit))]).toEqual(['n'])
    const { expected, name } = await exportYears(officer, { id: after })
    expect(expected).toBe(cells.length)
    expect(name).toMatch(/-to-.*-change$/)
  })
})
