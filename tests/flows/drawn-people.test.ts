// From a recorded draw of people to figures with intervals: list, draw, invitations, answers, results, file, release and report.
import { describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { createLetters } from '#lib/flows/create-letters'
import { drawContacts } from '#lib/flows/draw-contacts'
import { eraseContact } from '#lib/flows/erase-contact'
import { exportResponses } from '#lib/flows/export-responses'
import { inviteDrawn } from '#lib/flows/invite-drawn'
import { loadChange } from '#lib/flows/load-change'
import { loadDistributions } from '#lib/flows/load-distributions'
import { loadDraw } from '#lib/flows/load-draw'
import { loadQuality } from '#lib/flows/load-quality'
import { loadResults } from '#lib/flows/load-results'
import { releaseResults } from '#lib/flows/release-results'
import { reportResults } from '#lib/flows/report-results'
import type { Problem } from '#lib/problem'
import { type Person, seededNumbers } from '../support/made-up-survey'
import { publishMadeUp, storePeople } from '../support/made-up-wave'
import { makeActor, makeWave } from '../support/make'
import { settleKeys } from '../support/make-ballot-wave'
import { makeContact, makeContactList } from '../support/make-contacts'

const admin = makeActor({ role: 'admin' })
const officer = makeActor({ role: 'district' })
const analyst = makeActor({ role: 'analyst' })
settleKeys()

type Drawing = Partial<Parameters<typeof drawContacts>[1]>
const units = ['a', 'b']

/** A list with `count` people in each unit, half of them in the group "x", and a draw from it. */
async function drawFrom(count: number, drawing: Drawing) {
  const list = await makeContactList()
  for (const unitId of units)
    for (let at = 0; at < count; at++)
      await makeContact({
        listId: list.id,
        unitId,
        stratum: at % 2 ? 'x' : 'y',
        cluster: unitId,
        size: 1 + (at % 2),
      })
  const settings = { method: 'simple', strata: 'unit', allocation: 'equal', total: '' } as const
  return drawContacts(admin, { list: list.id, ...settings, seed: 'x', ...drawing })
}

async function madeUpWave(id = 'w1') {
  const known = await database().prisma.definition.findFirst({ where: { slug: 'made-up-form' } })
  const formId = known?.id ?? (await publishMadeUp(units)).formId
  const secret = {
    audience: 'delegates',
    secrecy: 'ballot',
    entries: ['ballot'],
    modes: ['self'],
    places: [],
  }
  return makeWave({ id, formId, units, ...secret })
}

/** As the opened box would hold them: weights as of their group. */
async function answer(wave: { id: string; formId: number }, answers: Record<string, number>) {
  const random = seededNumbers(7)
  const groups = await database().prisma.ballotGroup.findMany({ where: { waveId: wave.id } })
  const people = groups.flatMap(({ unitId: unit, stratum, weight }) =>
    Array.from({ length: answers[`${unit}${stratum}`] ?? 0 }, (): Person => {
      const coded = [0, 0, 0, 0, 0].map(() => 1 + Math.floor(random() * 5))
      return {
        unit,
        stratum,
        cluster: '',
        weight,
        mode: 'self',
        place: '',
        collector: '',
        entry: 'ballot',
        coded: [...coded, 40],
      }
    }),
  )
  await storePeople(wave, people)
}

const faultsOf = (work: Promise<unknown>) =>
  work.then(
    () => ['accepted'],
    (problem: Problem) => (problem.details.faults as { code: string }[]).map(({ code }) => code),
  )
const ask = { index: 'made-up.v1', wave: 'w1' }
const cellOf = (cells: { unit: string; criterion: string }[], unit: string, criterion: string) =>
  cells.find((one) => one.unit === unit && one.criterion === criterion)

describe('a wave of drawn people', () => {
  it('has intervals that count those who answered against all people there are', async () => {
    const wave = await madeUpWave()
    const draw = await drawFrom(60, { total: '80' })
    await inviteDrawn(admin, { draw: draw.id, wave: wave.id })
    await answer(wave, { a: 30, b: 24 })
    const { cells, wave: measured } = await loadResults(officer, ask)
    expect(measured.design).toBe('people')
    const access = cellOf(cells, 'a', 'access') as never as {
      standardError: number
      low: number
      status: string
    }
    expect(access).toMatchObject({ status: 'ok', n: 30, degreesOfFreedom: 29 })
    const { responses, error } = await recount('a')
    expect(responses).toBe(54)
    expect(access.standardError / (100 * error)).toBeCloseTo(1, 10)
  })

  it('gives analysts what they need to recompute it, and no name of a stratum', async () => {
    const wave = await madeUpWave()
    const draw = await drawFrom(40, { strata: 'unit-group', total: '40' })
    await inviteDrawn(admin, { draw: draw.id, wave: wave.id })
    await answer(wave, { ax: 10, ay: 5, bx: 10, by: 10 })
    const rows = await fileOf()
    const designs = new Set(
      rows.map((row) => [row.unit, row.weight, row.final_weight, row.population].join()),
    )
    expect(designs).toEqual(new Set(['a,2,2,20', 'a,2,4,20', 'b,2,2,20']))
    expect(new Set(rows.map((row) => row.design_stratum)).size).toBe(4)
  })

  it('says in file, release and report how the figures came about', async () => {
    const wave = await madeUpWave()
    const draw = await drawFrom(30, { method: 'all' })
    await inviteDrawn(admin, { draw: draw.id, wave: wave.id })
    await answer(wave, { a: 25, b: 30 })
    const { cells } = await loadResults(officer, ask)
    expect(cellOf(cells, 'a', 'access')).toMatchObject({ status: 'ok', flags: [] })
    expect(cellOf(cells, 'b', 'access')).toMatchObject({ low: null, flags: ['everyone'] })
    expect((cellOf(cells, 'a', 'access') as never as { method: string }).method).toContain('drawn people')
    const id = await releaseResults(officer, { ...ask, title: 'Kết quả thử', isConfirmed: true })
    const { method } = await database().prisma.release.findUniqueOrThrow({ where: { id } })
    expect(method).toContain('drawn people')
    const report = JSON.stringify(await reportResults(officer, ask))
    expect(report).toContain('lần chọn mẫu đã ghi')
    expect(report).not.toContain('không có khoảng tin cậy và không dùng để xếp hạng')
  })

  it('has intervals in questions, quality and changes as well', async () => {
    for (const id of ['w1', 'w2']) {
      const wave = await madeUpWave(id)
      const draw = await drawFrom(40, { method: 'all' })
      await inviteDrawn(admin, { draw: draw.id, wave: wave.id })
      await answer(wave, { a: 25, b: 30 })
    }
    const { questions } = await loadDistributions(officer, { wave: 'w1', unit: 'a' })
    expect(questions[0]!.cells[0]).toMatchObject({ status: 'ok', low: expect.any(Number) })
    const { groups } = await loadQuality(officer, ask)
    expect(groups.mode.map(({ answers, cell }) => [answers, cell.low === null])).toEqual([[55, false]])
    const change = await loadChange(officer, { ...ask, wave: 'w2', baseline: 'w1' })
    expect(cellOf(change.cells, 'a', 'access')).toMatchObject({
      status: 'ok',
      value: 0,
      low: expect.any(Number),
    })
    expect((cellOf(change.cells, 'a', 'access') as never as { flags: string[] }).flags).toContain('unlinked')
  })

  it('counts those who were erased after the draw among the silent', async () => {
    const wave = await madeUpWave()
    const draw = await drawFrom(30, { method: 'all' })
    const [gone] = await database().prisma.drawnContact.findMany({
      where: { drawId: draw.id, contact: { unitId: 'a' } },
    })
    await eraseContact(admin, { id: gone!.contactId, isConfirmed: true })
    expect(await inviteDrawn(admin, { draw: draw.id, wave: wave.id })).toMatchObject({ invited: 59 })
    await answer(wave, { a: 29, b: 30 })
    const { cells } = await loadResults(officer, ask)
    expect(cellOf(cells, 'a', 'access')).toMatchObject({ flags: [], low: expect.any(Number) })
  })
})

describe('each way of drawing', () => {
  /** Probability of inclusion from the frame alone: 30 people in each of two units, half of each in group x with size 2. */
  const drawings: [string, Drawing, (group: string) => number][] = [
    ['everybody', { method: 'all', strata: 'none' }, () => 1],
    ['simple', { method: 'simple', strata: 'none', total: '40' }, () => 40 / 60],
    ['stratified', { method: 'simple', strata: 'unit-group', total: '40' }, () => 10 / 15],
    [
      'stratified, unequally',
      { method: 'simple', strata: 'group', allocation: 'neyman', deviations: 'x = 3\ny = 1', total: '48' },
      (group) => (group === 'x' ? 30 : 18) / 30,
    ],
    ['systematic', { method: 'systematic', strata: 'none', total: '40' }, () => 40 / 60],
    ['by size, equal sizes in a stratum', { method: 'pps', strata: 'group', total: '40' }, () => 20 / 30],
    ['clusters that are units', { method: 'cluster', strata: 'none', total: '1' }, () => 1 / 2],
  ]

  it.each(drawings)(
    '%s: the weight in the results is one over the probability, and the draw can be repeated',
    async (_name, drawing, probability) => {
      const wave = await madeUpWave()
      const draw = await drawFrom(30, drawing)
      expect((await loadDraw(officer, { id: draw.id })).isRepeatable).toBe(true)
      await inviteDrawn(admin, { draw: draw.id, wave: wave.id })
      const { prisma } = database()
      const groups = await prisma.ballotGroup.findMany({ where: { waveId: wave.id } })
      const invited = Object.fromEntries(
        await Promise.all(
          groups.map(async ({ unitId, stratum }) => [
            `${unitId}${stratum}`,
            await prisma.invitation.count({ where: { waveId: wave.id, unitId, stratum } }),
          ]),
        ),
      )
      await answer(wave, invited) // everybody who was invited answers: nothing is added for the silent
      const drawn = await prisma.drawnContact.findMany({
        where: { drawId: draw.id },
        include: { contact: true },
      })
      for (const one of drawn) expect(one.probability).toBeCloseTo(probability(one.contact.stratum), 12)
      for (const row of await fileOf()) {
        const group = groups.find(({ unitId, weight }) => unitId === row.unit && weight === row.weight)!
        const member = drawn.find(
          ({ contact }) => contact.unitId === group.unitId && ['', contact.stratum].includes(group.stratum),
        )!
        expect(row.weight).toBeCloseTo(1 / member.probability, 12)
        expect(row.final_weight).toBeCloseTo(1 / member.probability, 12)
      }
      const { cells, total } = await loadResults(officer, ask)
      const weightSum = groups.reduce(
        (sum, { unitId, stratum, weight }) => sum + weight * invited[`${unitId}${stratum}`]!,
        0,
      )
      expect(weightSum).toBeCloseTo(60, 9)
      const rows = await fileOf()
      const isSatisfied = (value: unknown) => (Number(value) >= 4 ? 1 : 0)
      const satisfied = rows.reduce(
        (sum, row) => sum + Number(row.weight) * (isSatisfied(row.access_1) + isSatisfied(row.access_2)),
        0,
      )
      const { value } = cellOf(cells, total, 'access') as never as { value: number }
      expect(value).toBeCloseTo((100 * satisfied) / (2 * weightSum), 9)
    },
  )
})

describe('a unit in which fewer people answered than the smallest group has', () => {
  const totals = async () => {
    const { cells, total } = await loadResults(officer, ask)
    const { questions } = await loadDistributions(officer, { wave: 'w1', minimumAnswers: 1 })
    return { cells, total, all: questions.map(({ cells: ofQuestion }) => ofQuestion) }
  }

  it.each([true, false])(
    'enters no total either: minus the other units it would be its own sum (drawn: %s)',
    async (isDrawn) => {
      const wave = await madeUpWave()
      if (isDrawn)
        await inviteDrawn(admin, { draw: (await drawFrom(40, { method: 'all' })).id, wave: wave.id })
      else for (const unit of units) await createLetters(admin, { wave: wave.id, unit, count: '40' })
      await answer(wave, { a: 20 })
      const without = await totals()
      await answer(wave, { b: 4 })
      const few = await totals()
      expect(few.all).toEqual(without.all)
      expect(few.cells).toEqual(without.cells)
      expect(few.cells.filter(({ unit, value }) => unit === 'b' && value !== null)).toEqual([])
      await answer(wave, { b: 1 })
      expect((await totals()).all).not.toEqual(without.all)
    },
  )
})

describe('a draw that a ballot cannot carry is refused when people are invited:', () => {
  const invited = async (drawing: Drawing) => {
    const wave = await madeUpWave()
    const draw = await drawFrom(40, drawing)
    const faults = await faultsOf(inviteDrawn(admin, { draw: draw.id, wave: wave.id }))
    const made = await database().prisma.ballotGroup.count({ where: { waveId: wave.id } })
    return [...new Set(faults), made]
  }

  it('weights that differ inside a unit', async () => {
    expect(await invited({ method: 'pps', total: '40' })).toEqual(['weights_differ', 0])
  })

  it('people of a unit drawn in different strata', async () => {
    const wave = await madeUpWave()
    const draw = await drawFrom(40, { total: '40' })
    const [one] = await database().prisma.drawnContact.findMany({
      where: { drawId: draw.id, contact: { unitId: 'a' } },
    })
    await database().prisma.contact.update({ where: { id: one!.contactId }, data: { unitId: 'b' } })
    expect(await faultsOf(inviteDrawn(admin, { draw: draw.id, wave: wave.id }))).toEqual(['drawn_unlike'])
  })

  it('but not sizes that are the same in each group', async () => {
    expect(await invited({ method: 'pps', strata: 'group', total: '40' })).toEqual(['accepted', 4])
  })

  it('nor clusters that are whole units', async () => {
    expect(await invited({ method: 'cluster', strata: 'none', total: '1' })).toEqual(['accepted', 1])
  })
})

describe('a wave is of drawn people or it is not', () => {
  it('so letters for others are refused where people were drawn', async () => {
    const wave = await madeUpWave()
    await inviteDrawn(admin, { draw: (await drawFrom(30, { method: 'all' })).id, wave: wave.id })
    const letters = { wave: wave.id, unit: 'a', count: '8' }
    expect(await faultsOf(createLetters(admin, letters))).toEqual(['invited_by_draw'])
  })

  it('and drawn people are refused where letters were handed out, or another draw invited already', async () => {
    const wave = await madeUpWave()
    await createLetters(admin, { wave: wave.id, unit: 'a', count: '8' })
    const draw = await drawFrom(30, { method: 'all' })
    const refused = ['invited_without_draw', 'invited_without_draw']
    expect(await faultsOf(inviteDrawn(admin, { draw: draw.id, wave: wave.id }))).toEqual(refused)
    const other = await madeUpWave('w2')
    await inviteDrawn(admin, { draw: draw.id, wave: other.id })
    const again = await drawFrom(30, { method: 'all' })
    expect(await faultsOf(inviteDrawn(admin, { draw: again.id, wave: other.id }))).toEqual(refused)
    expect(await inviteDrawn(admin, { draw: draw.id, wave: other.id })).toEqual({ invited: 0, already: 60 })
  })

  it('and without a draw it keeps describing its answers only', async () => {
    const wave = await madeUpWave()
    await createLetters(admin, { wave: wave.id, unit: 'a', count: '40' })
    await answer(wave, { a: 30 })
    const { cells } = await loadResults(officer, ask)
    expect(cellOf(cells, 'a', 'access')).toMatchObject({ status: 'no-design', low: null })
  })

  it('which nobody can change afterwards', async () => {
    const wave = await madeUpWave()
    await inviteDrawn(admin, { draw: (await drawFrom(30, { method: 'all' })).id, wave: wave.id })
    const { prisma } = database()
    await expect(prisma.wave.update({ where: { id: wave.id }, data: { design: 'none' } })).rejects.toThrow()
    const draw = { draw: 'other' }
    await expect(
      prisma.ballotGroup.updateMany({ where: { waveId: wave.id }, data: { draw } }),
    ).rejects.toThrow()
  })
})

async function fileOf(): Promise<Record<string, string | number | null>[]> {
  const { columns, batches } = await exportResponses(analyst, { wave: 'w1' })
  const rows: Record<string, string | number | null>[] = []
  for await (const batch of batches)
    for (const row of batch) rows.push(Object.fromEntries(columns.map((name, at) => [name, row[at]!])))
  return rows
}

/** The error of "access" in a unit from the file alone: a ratio in a simple sample of those who answered. */
async function recount(unit: string) {
  const rows = await fileOf()
  const own = rows.filter((row) => row.unit === unit)
  const isSatisfied = (value: unknown) => (Number(value) >= 4 ? 1 : 0)
  const satisfied = own.map((row) => isSatisfied(row.access_1) + isSatisfied(row.access_2))
  const share = satisfied.reduce<number>((sum, one) => sum + one, 0) / (2 * own.length)
  const n = own.length
  const squares = satisfied.reduce<number>((sum, one) => sum + ((one - 2 * share) / 2) ** 2, 0)
  const fraction = n / Number(own[0]!.population)
  return { responses: rows.length, error: Math.sqrt(((1 - fraction) * squares) / (n - 1) / n) }
}
