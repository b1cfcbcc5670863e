// Roll-outs against the real database: what an officer can draw, that it stays for good, and that drawing again is seen.
import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { drawRollout } from '#lib/flows/draw-rollout'
import { exportRollout } from '#lib/flows/export-rollout'
import { listRollouts } from '#lib/flows/list-rollouts'
import { loadRollout } from '#lib/flows/load-rollout'
import { planStudy } from '#lib/flows/plan-study'
import { makePeople } from '../support/made-up-survey'
import { publishMadeUp, storePeople } from '../support/made-up-wave'
import { makeActor, makeUnit, makeWave } from '../support/make'

const officer = makeActor({ role: 'district', name: 'Nguyễn Thị Cán Bộ' })
const plan = {
  title: 'Lịch rút thăm 2027',
  first: '2027-03-01',
  steps: '2',
  monthsBetween: '3',
  hasComparison: true,
}

let parent: string
let units: string[]
beforeEach(async () => {
  parent = (await makeUnit({ level: 'district' })).id
  units = []
  for (let at = 0; at < 6; at++) units.push((await makeUnit({ parentId: parent })).id)
})

const draw = (given: Partial<Parameters<typeof drawRollout>[1]> = {}) =>
  drawRollout(officer, { ...plan, unit: parent, units, match: '', ...given })
const faultsOf = async (attempt: Promise<unknown>) => {
  const error = await attempt.then(
    () => null,
    (reason) => reason,
  )
  return (error?.details?.faults ?? []).map(({ question, code }: { question: string; code: string }) => [
    question,
    code,
  ])
}

describe('a roll-out', () => {
  it('gives every commune a start, can be repeated, and says who drew it', async () => {
    const { id } = await draw({ seed: 'xo-so-2027' })
    const rollout = await loadRollout(officer, { id })
    expect(rollout.steps.map((step) => [step.startsOn, step.units.length])).toEqual([
      ['2027-03-01', 3],
      [null, 3],
    ])
    expect(rollout).toMatchObject({
      isRepeatable: true,
      seed: 'xo-so-2027',
      drawnByName: 'Nguyễn Thị Cán Bộ',
    })
    expect(rollout.steps.flatMap((step) => step.units).sort()).toEqual([...units].sort())
  })

  it('says so when what is stored cannot come from its seed', async () => {
    const { id } = await draw({ seed: 'a' })
    await database().prisma.$executeRawUnsafe('alter table "Rollout" disable trigger user')
    const { steps } = await loadRollout(officer, { id })
    const swapped = steps.map((step, at) => ({ ...step, units: steps[1 - at]!.units }))
    await database().prisma.rollout.update({ where: { id }, data: { steps: swapped } })
    await database().prisma.$executeRawUnsafe('alter table "Rollout" enable trigger user')
    expect((await loadRollout(officer, { id })).isRepeatable).toBe(false)
  })

  it('stays on record when somebody draws again, and each draw shows all of them', async () => {
    const first = await draw()
    const second = await draw()
    expect((await loadRollout(officer, first)).draws.map(({ id }) => id)).toEqual([first.id, second.id])
    expect((await listRollouts(officer)).map(({ id }) => id).sort()).toEqual([first.id, second.id].sort())
    await expect(database().prisma.rollout.delete({ where: { id: first.id } })).rejects.toThrow()
    await expect(
      database().prisma.rollout.update({ where: { id: first.id }, data: { title: 'Khác' } }),
    ).rejects.toThrow()
  })

  it('does not count draws for other communes as draws again', async () => {
    const { id } = await draw()
    await draw({ units: units.slice(0, 4) })
    expect((await loadRollout(officer, { id })).draws).toHaveLength(1)
  })

  it('is a table with one line a commune and the seed', async () => {
    const { id } = await draw({ seed: 's1' })
    const table = await exportRollout(officer, { rollout: id })
    expect(table.expected).toBe(6)
    const [rows] = [...(table.batches as Iterable<unknown[][]>)]
    expect(new Set(rows!.map((row) => row[7]))).toEqual(new Set(['s1']))
  })

  it('names the fault: too few communes, communes of somebody else, no title, a day that is none', async () => {
    const stranger = await makeUnit({ parentId: (await makeUnit({ level: 'district' })).id })
    const gone = await makeUnit({ parentId: parent, validTo: new Date('2025-06-30') })
    expect(await faultsOf(draw({ units: units.slice(0, 3) }))).toEqual([['units', 'too_few_units']])
    expect(await faultsOf(draw({ units: [...units, stranger.id] }))).toEqual([['units', 'unit_not_there']])
    expect(await faultsOf(draw({ units: [...units, gone.id] }))).toEqual([['units', 'unit_not_there']])
    expect(
      (await faultsOf(draw({ title: '', first: '2027-02-30' }))).map(([field]: string[]) => field),
    ).toEqual(['title', 'first'])
    expect(await listRollouts(officer)).toEqual([])
  })
})

describe('matching', () => {
  it('pairs communes by what they knew before, or by the adults that a sample stands for', async () => {
    const units = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6']
    const { formId, districtId } = await publishMadeUp(units)
    const clusters = units.map((unitId) => ({ unitId, code: 'v0', stratum: 's0' }))
    const people = makePeople({ seed: 3, units, villages: 4, people: 8 })
    await storePeople(await makeWave({ id: 'baseline', units, formId, clusters }), people)
    for (const match of ['baseline|made-up.v1|baseline', 'adults||baseline']) {
      const { id } = await draw({ match, units, unit: districtId })
      const { method, frame, blocks, steps, isRepeatable } = await loadRollout(officer, { id })
      expect([method, isRepeatable, blocks.length]).toEqual(['matched', true, 3])
      expect(frame.units.every(({ value }) => value !== null && value > 0)).toBe(true)
      for (const pair of blocks) expect(steps[0]!.units.filter((unit) => pair.includes(unit))).toHaveLength(1)
    }
  })

  it('names the communes for which there is no number', async () => {
    const units = ['p1', 'p2', 'p3', 'p4', 'p5']
    const { formId, districtId } = await publishMadeUp(units)
    const clusters = units.slice(0, 4).map((unitId) => ({ unitId, code: 'v0', stratum: 's0' }))
    const people = makePeople({ seed: 3, units: units.slice(0, 4), villages: 4, people: 8 })
    await storePeople(await makeWave({ id: 'part', units: units.slice(0, 4), formId, clusters }), people)
    expect(await faultsOf(draw({ match: 'adults||part', units, unit: districtId }))).toEqual([
      ['match', 'value_missing'],
    ])
  })
})

describe('the planner', () => {
  it('starts from the newest roll-out', async () => {
    await draw()
    const { typed, size } = await planStudy(officer, {})
    expect([typed.communes, typed.exposed]).toEqual(['6', '3'])
    expect(size!.campaign.degreesOfFreedom).toBe(4)
  })

  it('keeps what was typed and computes nothing while a number is wrong', async () => {
    const { typed, size, faults } = await planStudy(officer, { communes: 'chín', lift: '7' })
    expect([typed.communes, typed.lift, size]).toEqual(['chín', '7', null])
    expect(faults).toHaveLength(1)
  })
})
