// A study from the database to its page: drawn people with their true design, the lot with its pairs, the money of the office.
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { insertRollout } from '#lib/db/rollouts'
import { drawContacts } from '#lib/flows/draw-contacts'
import { inviteDrawn } from '#lib/flows/invite-drawn'
import { loadResults } from '#lib/flows/load-results'
import { loadStudyEffect } from '#lib/flows/load-study-effect'
import { type Person, seededNumbers } from '../support/made-up-survey'
import { publishMadeUp, storePeople } from '../support/made-up-wave'
import { makeActor, makeWave } from '../support/make'
import { settleKeys } from '../support/make-ballot-wave'
import { makeContact, makeContactList } from '../support/make-contacts'
import { makeStudy } from '../support/make-study'

const admin = makeActor({ role: 'admin' })
const officer = makeActor({ role: 'district' })
const communes = ['a', 'b', 'c', 'd']
settleKeys()

/** A wave of people who were drawn out of a list of forty in each commune, in each or all together; most of them answer. */
async function askDrawnPeople(
  listId: string,
  id: string,
  year: number,
  lift: (unit: string) => number,
  strata: 'unit' | 'none',
) {
  const { id: formId } = await database().prisma.definition.findFirstOrThrow({
    where: { slug: 'made-up-form' },
  })
  const wave = await makeWave({
    ...{ id, formId, units: communes, audience: 'delegates', secrecy: 'ballot', entries: ['ballot'] },
    ...{
      modes: ['self'],
      places: [],
    },
  })
  const list = await makeContactList()
  for (const unitId of communes)
    for (let at = 0; at < 40; at++)
      await makeContact({ listId: list.id, unitId, stratum: at % 2 ? 'x' : 'y' })
  const draw = await drawContacts(admin, {
    ...{ list: listId, method: 'simple', strata, allocation: 'equal', total: '144', seed: id },
  })
  await inviteDrawn(admin, { draw: draw.id, wave: wave.id })
  const groups = await database().prisma.ballotGroup.findMany({ where: { waveId: wave.id } })
  const random = seededNumbers(year)
  const people = groups.flatMap(({ unitId, stratum, weight }) =>
    Array.from({ length: 32 }, (): Person => {
      const opinion = () => 1 + Math.min(4, Math.floor(5 * (random() * 0.8 + lift(unitId))))
      const coded = [0, 0, 0, 0, 0].map(opinion)
      const way = { cluster: '', mode: 'self', place: '', collector: '', entry: 'ballot' } as const
      return { unit: unitId, stratum, weight, ...way, coded: [...coded, 40] }
    }),
  )
  await storePeople(wave, people)
  // nobody can be invited to a wave that is over
  const days = { opensAt: new Date(`${year}-01-05`), closesAt: new Date(`${year}-01-20`) }
  await database().prisma.wave.update({ where: { id }, data: days })
}

async function recordActivity(unitId: string, cost: number) {
  const by = { recordedBy: 'x', recordedByName: 'Cán bộ' }
  const day = new Date('2021-06-01')
  await database().prisma.activity.create({
    data: {
      ...{ unitId, id: randomUUID(), version: 1, channel: 'leaflet', areas: ['procedures'] },
      ...{ targetGroups: ['citizens'], startsOn: day, endsOn: day, amounts: { copies: 10 }, cost },
      ...by,
    },
  })
}

describe('a study of drawn people, started by lot within pairs', () => {
  beforeEach(async () => {
    await publishMadeUp(communes)
    const { id: list } = await makeContactList()
    for (const unitId of communes) for (let at = 0; at < 40; at++) await makeContact({ listId: list, unitId })
    await askDrawnPeople(list, 'before', 2021, () => 0, 'unit')
    await askDrawnPeople(list, 'after', 2022, (unit) => ('ac'.includes(unit) ? 0.2 : 0.05), 'none')
    await recordActivity('a', 1_000_000)
    await recordActivity('district', 4_000_000)
  })

  async function studyByLot() {
    const rollout = randomUUID()
    const frame = { matchedOn: null, units: communes.map((unitId, at) => ({ unitId, value: 100 - at })) }
    const steps = [
      { startsOn: '2021-05-01', units: ['a', 'c'] },
      { startsOn: null, units: ['b', 'd'] },
    ]
    const drawn = {
      id: rollout,
      unitId: 'district',
      title: 'Rút thăm',
      method: 'matched' as const,
      seed: 's',
    }
    await insertRollout(officer, { ...drawn, frame, steps }, { action: 'draw-rollout', subject: rollout })
    const id = await makeStudy({
      unitId: 'district',
      waves: ['before', 'after'],
      plan: { comparison: { by: 'rollout' } },
    })
    await database().prisma.effectStudy.update({ where: { id }, data: { rolloutId: rollout } })
    return loadStudyEffect(officer, { id })
  }

  it('has the errors of the results page, a test within the pairs, and the money of the office', async () => {
    const { result } = await studyByLot()
    expect(result.waves.map(({ design }) => design)).toEqual(['people', 'people'])
    expect(result.obstacles).toEqual([])
    const { cells } = await loadResults(officer, { index: 'made-up.v1', wave: 'after' })
    for (const unit of communes) {
      const cell = cells.find((one) => one.unit === unit && one.criterion === 'access')!
      const { after } = result.tiles.find((tile) => tile.unit === unit)!
      expect(100 * after!.value).toBeCloseTo(cell.value!, 9)
      expect(100 * after!.standardError!).toBeCloseTo(cell.standardError!, 9)
      expect(after!.degreesOfFreedom).toBe(cell.degreesOfFreedom)
    }
    // two pairs: four ways instead of six
    expect(result.primary.randomisation).toMatchObject({
      assignments: 4,
      smallestPValue: 2 / 4,
      isInBlocks: true,
    })
    expect(result.money).toMatchObject({
      total: 5_000_000,
      byOffice: 4_000_000,
      activities: 2,
      withoutCost: 0,
    })
    expect(result.primary.earlier).toBeNull()
  })
})
