// Opening the box: once, after closing, and nothing that could link stays behind.
import { describe, expect, it } from 'vitest'
import { ballotClient } from '#lib/ballots/ballot-client'
import { exactly } from '#lib/count-range'
import { notSigned } from '#lib/db/ballot-groups'
import { clearBallotFiles } from '#lib/db/clear-ballot-files'
import { database } from '#lib/db/client'
import { emptyBox as emptyRow, openBox as openRow } from '#lib/db/open-box'
import { endWave } from '#lib/flows/end-wave'
import { loadBallotProgress } from '#lib/flows/load-ballot-progress'
import { loadCounts } from '#lib/flows/load-counts'
import { openBox } from '#lib/flows/open-box'
import { openDueBoxes } from '#lib/flows/open-due-boxes'
import { forgetWave } from '#lib/flows/recall-wave'
import { answerLeaf } from '#lib/ledger/leaf'
import { frontDoorScene, good } from '../support/front-door-scene'
import { makeActor, makeDefinition, makeUnit } from '../support/make'
import { makeBallotWave, prepareBallot } from '../support/make-ballot-wave'
import { kitchenSinkForm } from '../surveys/kitchen-sink-form'

const { at } = frontDoorScene()
const officer = makeActor({ role: 'district' })

async function scene() {
  const body = { title: { vi: 'P', en: 'F' }, form: kitchenSinkForm } as never
  const form = await makeDefinition({ body })
  const units = [(await makeUnit()).id, (await makeUnit()).id]
  const made = await makeBallotWave({ formId: form.id, units })
  const client = ballotClient(fetch, at(''))
  const ballots = await Promise.all(
    made.groups.flatMap(({ codes }) => codes.slice(0, 4).map((code) => prepareBallot(client, code, good))),
  )
  const cast = await Promise.all(ballots.slice(0, 7).map((ballot) => client.cast(ballot)))
  const close = async () => {
    await database().prisma.wave.update({ where: { id: made.wave.id }, data: { closesAt: new Date() } })
    forgetWave(made.wave.id)
  }
  return { ...made, id: made.wave.id, client, ballots, cast, close }
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (problem: { code: string }) => problem.code,
  )

describe('before the box is opened', () => {
  it('officers see coarse counts, and no answer counts anywhere', async () => {
    const { id } = await scene()
    expect(await codeOf(openBox(officer, { wave: id }))).toBe('box_not_due')
    const groups = await loadBallotProgress(officer, { wave: id })
    expect(groups.map(({ invited, issued, cast }) => [invited, issued, cast])).toEqual([
      [5, { from: 0, to: 5 }, { from: 0, to: 5 }],
      [5, { from: 0, to: 5 }, { from: 0, to: 5 }],
    ])
    const { cells } = await loadCounts(officer, { wave: id })
    expect(cells.filter(({ criterion }) => criterion === 'answers').map(({ value }) => value)).toEqual([0, 0])
  })
})

describe('opening the box', () => {
  it('turns every ballot into an answer that says when and how nothing, and forgets keys and uses', async () => {
    const { id, cast, close } = await scene()
    await close()
    expect(await openBox(officer, { wave: id })).toEqual({ ballots: 7, issued: 8, invited: 10 })
    const { prisma } = database()
    const rows = await prisma.response.findMany({ where: { waveId: id }, include: { form: true } })
    expect(rows.map(({ receipt }) => receipt).sort()).toEqual(cast.map(({ receipt }) => receipt).sort())
    const spare = {
      mode: 'self',
      place: '',
      collector: '',
      entry: 'ballot',
      batch: '',
      cluster: '',
      isLate: false,
    }
    for (const row of rows)
      expect(row).toMatchObject({ ...spare, day: new Date('2020-01-01'), answers: good })
    const leaves = rows.map(({ unitId, receipt, form, language, stratum, weight, answers }) =>
      answerLeaf({
        ...(spare as never as {
          mode: 'self'
          place: ''
          collector: ''
          entry: 'ballot'
          batch: ''
          cluster: ''
          isLate: false
        }),
        ...{
          wave: id,
          unit: unitId,
          receipt,
          form: `${form.slug}.v1`,
          language,
          stratum,
          weight,
          day: '2020-01-01',
        },
        answers: answers as Record<string, unknown>,
      }),
    )
    expect(leaves.sort()).toEqual(cast.map(({ leaf }) => leaf).sort())
    expect(await prisma.ballot.count()).toBe(0)
    expect((await prisma.ballotGroup.findMany()).map(({ privateKey }) => privateKey)).toEqual([null, null])
    expect(new Set((await prisma.invitation.findMany()).map(({ blindedHash }) => blindedHash))).toEqual(
      new Set([notSigned]),
    )
    const groups = await loadBallotProgress(officer, { wave: id })
    expect(groups.map(({ issued, cast: inBox }) => [issued, inBox])).toEqual([
      [exactly(4), exactly(4)],
      [exactly(4), exactly(3)],
    ])
    const logged = await prisma.ledgerLeaf.findMany({ where: { waveId: id, index: { gt: 0 } } })
    expect(logged.map(({ hash }) => hash).sort()).toEqual(leaves)
  })

  it('happens once, also when an officer and the lane come at the same time', async () => {
    const { id, close } = await scene()
    await close()
    const outcomes = await Promise.all([
      codeOf(openBox(officer, { wave: id })),
      codeOf(openBox(officer, { wave: id })),
      openDueBoxes().then((opened) => (opened.length > 0 ? 'done' : 'nothing')),
    ])
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    expect(await database().prisma.response.count({ where: { waveId: id } })).toBe(7)
    expect(await openDueBoxes()).toEqual([])
  })

  it('clears the files later when the server was killed in between, or somebody still reads with an old view', async () => {
    const { id, close } = await scene()
    await close()
    const { prisma, pool } = database()
    const clearedAt = async () => (await prisma.wave.findUniqueOrThrow({ where: { id } })).boxClearedAt
    const reader = await pool.connect()
    await reader.query('begin isolation level repeatable read')
    await reader.query('select count(*) from "Ballot"')
    await openRow(id, new Date()) // and the server is gone
    expect(await clearBallotFiles(0)).toBe('busy')
    await reader.query('rollback')
    reader.release()
    expect(await clearedAt()).toBeNull()
    expect(await openDueBoxes()).toEqual([])
    expect(await clearedAt()).toBeInstanceOf(Date)
    const lines = await prisma.auditEvent.findMany({ where: { action: 'clear-box', subject: id } })
    expect(lines).toMatchObject([{ actorId: null, details: { isLogCleared: expect.any(Boolean) } }])
    expect(await openDueBoxes()).toEqual([])
    expect(await prisma.auditEvent.count({ where: { action: 'clear-box' } })).toBe(1)
  })

  it('answers a ballot alike that is sent once more afterwards, and takes none that comes too late', async () => {
    const { id, client, ballots, cast, close } = await scene()
    await close()
    await openBox(officer, { wave: id })
    expect(await client.cast(ballots[2]!)).toEqual(cast[2])
    expect(await codeOf(client.cast({ ...ballots[2]!, answers: { ...good, code: 'ZZ9' } }))).toBe(
      'wave_closed',
    )
    expect(await codeOf(client.cast(ballots[7]!))).toBe('wave_closed')
    expect(await database().prisma.response.count({ where: { waveId: id } })).toBe(7)
  })

  it('is refused for a cancelled wave: its ballots never count', async () => {
    const { id, close } = await scene()
    await close()
    await database().prisma.wave.update({ where: { id }, data: { cancelledAt: new Date() } })
    expect(await codeOf(openBox(officer, { wave: id }))).toBe('box_not_due')
    expect(await openDueBoxes()).toEqual([])
    expect(await database().prisma.response.count({ where: { waveId: id } })).toBe(0)
  })
})

describe('cancelling a wave', () => {
  it('deletes the ballots unread with all that could link them, and their leaves still stand in the log', async () => {
    const { id, cast } = await scene()
    await endWave(officer, { id, how: 'cancel' })
    const { prisma } = database()
    expect(await prisma.ballot.count()).toBe(0)
    expect(await prisma.response.count({ where: { waveId: id } })).toBe(0)
    const groups = await prisma.ballotGroup.findMany({ orderBy: { cast: 'desc' } })
    expect(groups.map(({ privateKey, issued, cast: inBox }) => [privateKey, issued, inBox])).toEqual([
      [null, 4, 4],
      [null, 4, 3],
    ])
    const used = await prisma.invitation.count({ where: { blindedHash: { not: notSigned } } })
    expect(used).toBe(0)
    const logged = await prisma.ledgerLeaf.findMany({ where: { waveId: id, index: { gt: 0 } } })
    expect(logged.map(({ hash }) => hash).sort()).toEqual(cast.map(({ leaf }) => leaf).sort())
    expect((await prisma.wave.findUniqueOrThrow({ where: { id } })).boxClearedAt).toBeInstanceOf(Date)
    const lines = await prisma.auditEvent.findMany({ where: { subject: id, action: 'empty-box' } })
    expect(lines).toMatchObject([{ details: { ballots: 7, issued: 8, invited: 10 } }])
    await openDueBoxes()
    expect(await prisma.auditEvent.count({ where: { action: 'empty-box' } })).toBe(1)
  })

  it('is finished by the lane when the server was killed in between', async () => {
    const { id } = await scene()
    await database().prisma.wave.update({ where: { id }, data: { cancelledAt: new Date() } })
    await openDueBoxes()
    const { prisma } = database()
    expect(await prisma.ballot.count()).toBe(0)
    expect((await prisma.wave.findUniqueOrThrow({ where: { id } })).boxClearedAt).toBeInstanceOf(Date)
  })

  it('waits for a ballot that came in the same moment until its leaf is in the log', async () => {
    const { id } = await scene()
    const { prisma } = database()
    await prisma.wave.update({ where: { id }, data: { cancelledAt: new Date() } })
    expect(await emptyRow(id, new Date())).toBeNull()
    expect(await prisma.ballot.count()).toBe(7)
  })
})
