// Units that merged, split or got new codes between two waves, with real answers on both sides.
import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { exportChange } from '#lib/flows/export-change'
import { loadChange } from '#lib/flows/load-change'
import type { Cell } from '#lib/scoring/cell'
import { joinPanel } from '#lib/scoring/panel'
import { scoreIndex } from '#lib/scoring/score-tree'
import { makeDesign } from '#lib/stats/design'
import { designCovariance } from '#lib/stats/design-covariance'
import { ratio } from '#lib/stats/ratio'
import { asVolunteers, codebook, index, makePeople, type Person, sampleOf } from '../support/made-up-survey'
import { makeMadeUpWave, type Published, publishMadeUp, storePeople } from '../support/made-up-wave'
import { makeActor, makeUnit } from '../support/make'
import { makeAppraised } from '../support/make-round'

const officer = makeActor({ role: 'district' })
const old = makePeople({ seed: 31, units: ['a', 'b', 'c', 'd'], villages: 6, people: 10 })
const recent = makePeople({ seed: 32, units: ['n', 'c2', 'p', 'q'], villages: 6, people: 10, lift: 0.15 })
const ask = { index: 'made-up.v1', wave: 'w1', baseline: 'w0' }
const ended = new Date('2025-06-30')
const since = new Date('2025-07-01')

let published: Published

/** a and b become n whole, c becomes c2, d is divided into p and q. */
beforeEach(async () => {
  published = await publishMadeUp(['a', 'b', 'c', 'd'])
  await database().prisma.unit.updateMany({
    where: { id: { in: ['a', 'b', 'c', 'd'] } },
    data: { validTo: ended },
  })
  await makeUnit({ id: 'province', name: 'Tỉnh thử', level: 'province' })
  for (const id of ['n', 'c2', 'p', 'q'])
    await makeUnit({ id, name: `Xã ${id}`, nameEn: `Commune ${id}`, parentId: 'province', validFrom: since })
  await lineage(['a => n', 'b => n', 'c => c2', 'd -> p', 'd -> q'])
})

async function lineage(lines: string[]) {
  await database().prisma.unitLineage.createMany({
    data: lines.map((line) => {
      const [fromId, sign, toId] = line.split(' ') as [string, string, string]
      return { fromId, toId, isWhole: sign === '=>' }
    }),
  })
}

async function storeWaves({ before = old, after = recent, design = 'clusters' as 'clusters' | 'none' } = {}) {
  const people = { w0: before, w1: after }
  for (const id of ['w0', 'w1'] as const) {
    const rows = design === 'none' ? asVolunteers(people[id]) : people[id]
    const units = [...new Set((id === 'w0' ? old : recent).map(({ unit }) => unit))]
    const year = id === 'w0' ? 2024 : 2025
    const period = {
      periodStart: new Date(`${year}-08-01`),
      periodEnd: new Date(`${year}-12-31`),
    }
    const wave = await makeMadeUpWave(published, { id, design, units, ...period })
    await storePeople(wave, rows)
  }
}

const find = (cells: readonly Cell[], unit: string, criterion = 'access', period?: string) =>
  cells.find(
    (cell) =>
      cell.unit === unit && cell.criterion === criterion && (period === undefined || cell.period === period),
  )!

const change = () => loadChange(officer, ask)

describe('a unit of several whole former units', () => {
  it('is compared with the estimate of their answers as one domain of the sample', async () => {
    await storeWaves()
    const { cells, levels } = await change()
    const [before, after] = [sampleOf(old), sampleOf(recent, { wave: 'w9' })]
    const panel = joinPanel([
      { sample: before, units: new Set(['a', 'b']) },
      { sample: after, units: new Set(['n']) },
    ])
    const scoreOf = (sample: typeof before) => {
      const samples = new Map([['made-up-form', sample]])
      return scoreIndex({ index, samples, panel, entered: new Map() })
    }
    const access = (sample: typeof before) => scoreOf(sample).children[0]!
    const cell = find(cells, 'n')
    expect(cell.value).toBeCloseTo((access(after).share! - access(before).share!) * 100, 10)
    expect(cell).toMatchObject({
      status: 'ok',
      n: Math.min(access(after).n, access(before).n),
      continuity: { rule: 'merged', units: ['a', 'b'], since: '2025-07-01' },
    })
    expect(cell.flags).toContain('units-merged')
    expect(cell.flags).toContain('unmatched')
    expect(find(levels, 'n', 'access', 'w0').value).toBeCloseTo(access(before).share! * 100, 10)
  })

  it('has the very estimate and error of those people counted under the new unit', async () => {
    // one question, from the rows of people that were given the new unit, each former unit keeping its strata
    const at = codebook.findIndex(({ name }) => name === 'staff_1')
    const own = old.filter(({ unit }) => unit === 'a' || unit === 'b')
    const rows = [
      ...own.map((person) => ({ ...person, place: `0 ${person.unit}` })),
      ...recent.filter(({ unit }) => unit === 'n').map((person) => ({ ...person, place: '1 n' })),
    ]
    const design = makeDesign({
      weights: rows.map(({ weight }) => weight),
      strata: rows.map(({ place, stratum }) => `${place} ${stratum}`),
      clusters: [rows.map(({ place, stratum, cluster }) => `${place} ${stratum} ${cluster}`)],
    })
    const share = (wave: string) =>
      ratio(
        design,
        rows.map(({ coded }) => (coded[at] === 4 || coded[at] === 5 ? 1 : 0)),
        rows.map(() => 1),
        { domain: rows.map(({ place, coded }) => place[0] === wave && coded[at]! >= 1 && coded[at]! <= 5) },
      )
    const [early, late] = [share('0'), share('1')]
    const influence = late.influence.map((value, row) => value - early.influence[row]!)
    const standardError = Math.sqrt(designCovariance(design, [influence])[0]!)
    await storeWaves()
    const cell = find((await change()).cells, 'n', 'manner')
    expect(cell.value! / 100).toBeCloseTo(late.value - early.value, 11)
    expect(cell.standardError! / 100).toBeCloseTo(standardError, 11)
  })

  it('adds the counts of an open wave, without an interval', async () => {
    await storeWaves({ design: 'none' })
    const { cells, levels } = await change()
    const own = old.filter(({ unit }) => unit === 'a' || unit === 'b')
    const answers = own
      .flatMap(({ coded }) => [coded[0]!, coded[1]!])
      .filter((code) => code >= 1 && code <= 5)
    const share = answers.filter((code) => code >= 4).length / answers.length
    expect(find(levels, 'n', 'access', 'w0').value).toBeCloseTo(share * 100, 10)
    expect(find(cells, 'n')).toMatchObject({ status: 'no-design', low: null, flags: ['units-merged'] })
  })

  it('does not add entered figures, nor what is made of them', async () => {
    await storeWaves()
    for (const [unitId, year] of [
      ['a', 2024],
      ['b', 2024],
      ['c', 2024],
      ['n', 2025],
      ['c2', 2025],
    ] as const)
      await makeAppraised({
        indexId: published.indexId,
        unitId,
        year,
        appraiserId: 'district',
        figures: { online: year === 2024 ? 10 : 30 },
      })
    const { cells } = await change()
    for (const criterion of ['online', 'made-up'])
      expect(find(cells, 'n', criterion)).toMatchObject({
        value: null,
        status: 'not-comparable',
        flags: ['not-added'],
      })
    expect(find(cells, 'n', 'staff').status).toBe('ok')
    // a unit that only got another code keeps its figures
    expect(find(cells, 'c2', 'online')).toMatchObject({ value: 50, status: 'ok', flags: ['exact'] })
    expect(find(cells, 'c2', 'made-up').value).not.toBeNull()
  })

  it('warns where one of them has few answers, and has no number where one of them has none', async () => {
    const isFew = ({ unit, cluster }: Person) => unit !== 'b' || cluster === 'v0'
    await storeWaves({ before: old.filter(isFew) })
    expect(find((await change()).cells, 'n').flags).toContain('few-in-part')
    await database().pool.query(`begin; set local session_replication_role = replica;
      delete from "Response" where "unitId" = 'b'; delete from "Tally"; delete from "TallyState"; commit`)
    expect(find((await change()).cells, 'n')).toMatchObject({
      value: null,
      status: 'not-comparable',
      continuity: { rule: 'not-measured', units: ['b'] },
    })
  })

  it('is not comparable as soon as a part came from elsewhere', async () => {
    await makeUnit({ id: 'x', name: 'Phường x', parentId: 'district', validTo: ended })
    await lineage(['x -> n'])
    await storeWaves()
    expect(find((await change()).cells, 'n')).toMatchObject({
      value: null,
      n: 0,
      status: 'not-comparable',
      flags: ['units-changed'],
      continuity: { rule: 'part', units: ['a', 'b'], parts: ['x'] },
    })
  })
})

describe('a former unit', () => {
  it('says where it went, and is compared with its successors together when it was divided', async () => {
    await storeWaves()
    const { cells, levels, units } = await change()
    expect(find(cells, 'a')).toMatchObject({
      value: null,
      status: 'not-comparable',
      continuity: { rule: 'continued', units: ['n'] },
    })
    expect(find(cells, 'd')).toMatchObject({
      status: 'ok',
      continuity: { rule: 'divided', units: ['p', 'q'] },
    })
    expect(find(cells, 'p')).toMatchObject({ value: null, continuity: { rule: 'part', parts: ['d'] } })
    expect(find(levels, 'd', 'access', 'w1').n).toBeGreaterThan(find(levels, 'd', 'access', 'w0').n)
    expect(
      units
        .map(({ id }) => id)
        .slice(0, 4)
        .sort(),
    ).toEqual(['c2', 'n', 'p', 'q'])
  })
})

describe('all units together', () => {
  it('are comparable when both waves covered the same ground, however it was cut', async () => {
    await storeWaves()
    expect(find((await change()).cells, 'province')).toMatchObject({ status: 'ok' })
  })

  it('are not when ground was left out', async () => {
    await database().prisma.unitLineage.delete({ where: { fromId_toId: { fromId: 'd', toId: 'q' } } })
    await storeWaves()
    expect(find((await change()).cells, 'province')).toMatchObject({
      status: 'not-comparable',
      flags: ['units-changed'],
    })
  })
})

it('shows a commune officer the own past, computed from the former units, and no neighbour', async () => {
  await storeWaves()
  const { cells } = await loadChange(makeActor({ role: 'commune', unitId: 'n' }), ask)
  expect([...new Set(cells.map(({ unit }) => unit))]).toEqual(['n', 'province'])
  const all = await change()
  expect(find(cells, 'n').value).toBe(find(all.cells, 'n').value)
})

it('writes rule and units into the file, line by line', async () => {
  await storeWaves()
  const { columns, batches } = await exportChange(officer, ask)
  const rows: (readonly (string | number | null)[])[] = []
  for await (const batch of batches) rows.push(...batch)
  const read = (unit: string) => {
    const row = rows.find((one) => one[0] === unit)!
    return Object.fromEntries(columns.map((column, at) => [column, row[at]]))
  }
  expect(read('n')).toMatchObject({
    lineage_rule: 'merged',
    lineage_units: 'a b',
    lineage_since: '2025-07-01',
  })
  expect(read('n').lineage_words).toContain('Gộp phiếu của Xã a và Xã b')
  expect(read('a')).toMatchObject({ lineage_rule: 'continued', lineage_units: 'n' })
})
