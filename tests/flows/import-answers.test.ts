import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '#lib/access'
import { database } from '#lib/db/client'
import { settle } from '#lib/env'
import { importAnswers } from '#lib/flows/import-answers'
import { submitAnswers } from '#lib/flows/submit-answers'
import { makeOfficerKey, officerPublicKey } from '#lib/officer-key'
import { type AnswerFile, sealAnswerFile } from '#lib/surveys/answer-file'
import { makeActor, makeDefinition, makeWave } from '../support/make'
import { kitchenSinkForm } from '../surveys/kitchen-sink-form'

settle({ OFFLINE_KEY: makeOfficerKey() })
const officer = makeActor({ role: 'district' })
const answers = { used: 0, channels: ['loa'], code: 'AB1', areas: ['x', 'y'], place: { village: 'Bình' } }
const sealed = (submissions: unknown[]) => sealAnswerFile(submissions, officerPublicKey() ?? '')
const stored = () => database().prisma.response.count()

async function openWave() {
  const form = await makeDefinition({ body: { form: kitchenSinkForm } })
  const wave = await makeWave({ formId: form.id })
  const [own, other] = wave.units.map(({ unitId }) => unitId)
  const one = (given: object = {}) => ({ wave: wave.id, unit: own, receipt: randomUUID(), answers, ...given })
  const take = (file: unknown, actor: Actor = officer) =>
    importAnswers(actor, { wave: wave.id, file: typeof file === 'string' ? file : JSON.stringify(file) })
  const outcomes = async (submissions: unknown[], actor?: Actor) =>
    (await take(await sealed(submissions), actor)).map(({ outcome }) => outcome)
  return { wave, own: own!, other: other!, one, take, outcomes }
}

describe('a file of unsent answers', () => {
  it('is stored once however often it is imported, and says what became of each answer', async () => {
    const { one, take, outcomes } = await openWave()
    const submissions = [one(), one(), one({ answers: { used: 'nonsense' } }), one({ wave: 'no-such-wave' })]
    await submitAnswers(null, submissions[1])
    expect(await outcomes(submissions)).toEqual(['stored', 'stored-before', 'refused', 'refused'])
    expect(await outcomes(submissions)).toEqual(['stored-before', 'stored-before', 'refused', 'refused'])
    expect(await stored()).toBe(2)
    const rows = await take(await sealed(submissions))
    expect(rows.map(({ receipt }) => receipt)).toEqual(submissions.map(({ receipt }) => receipt))
    expect(rows[2]?.reason?.vi).toContain('used')
    expect(rows[3]?.reason?.vi).toContain('no-such-wave')
    const [line] = await database().prisma.auditEvent.findMany({ where: { action: 'import-answers' } })
    expect(line?.details).toEqual({ stored: 1, before: 1, refused: 2 })
  })

  it('is imported once when two officers do it at the same moment', async () => {
    const { one, outcomes } = await openWave()
    const submissions = Array.from({ length: 40 }, () => one())
    await Promise.all([outcomes(submissions), outcomes(submissions)])
    expect(await stored()).toBe(40)
  })

  it('shows nothing of what was answered, neither in the file nor in what is said about it', async () => {
    const { one, take } = await openWave()
    const file = await sealed([one(), one({ answers: { ...answers, code: 'SECRET-CODE', used: 'SECRET' } })])
    for (const plain of ['Bình', 'AB1', 'channels', '"receipt', '"wave', 'SECRET'])
      expect(JSON.stringify(file)).not.toContain(plain)
    expect(JSON.stringify(await take(file))).not.toContain('SECRET')
  })

  it('says what is wrong with a file that cannot be read, and stores nothing', async () => {
    const { one, take } = await openWave()
    const file = await sealed([one()])
    const text = JSON.stringify(file)
    const changed: AnswerFile = { ...file, sealed: `${file.sealed.slice(0, -4)}AAAA` }
    const faultOf = (bad: unknown) =>
      take(bad).then(
        () => 'taken',
        (problem) => problem.details.faults[0].code,
      )
    expect(await faultOf('')).toBe('empty_file')
    expect(await faultOf('Họ và tên;Điểm')).toBe('no_answer_file')
    expect(await faultOf({ some: 'json' })).toBe('no_answer_file')
    expect(await faultOf('null')).toBe('no_answer_file')
    expect(await faultOf(text.slice(0, -40))).toBe('file_cut_off')
    expect(await faultOf(changed)).toBe('damaged_file')
    expect(await faultOf({ ...file, count: 7 })).toBe('damaged_file')
    expect(await faultOf({ ...file, iv: 7 })).toBe('damaged_file')
    expect(await faultOf({ ...file, version: 2 })).toBe('other_file_version')
    expect(await faultOf({ ...file, officerKey: 'another' })).toBe('other_server')
    expect(await faultOf(await sealed([one({ wave: 'another' })]))).toBe('other_wave')
    expect(await stored()).toBe(0)
    expect(await faultOf(text)).toBe('taken')
  })

  it('lets an officer of a commune import what is about the own unit, and leaves the rest to others', async () => {
    const { own, other, one, outcomes, take } = await openWave()
    const submissions = [one(), one({ unit: other })]
    const commune = makeActor({ role: 'commune', unitId: own })
    expect(await outcomes(submissions, commune)).toEqual(['stored', 'refused'])
    expect(await outcomes(submissions)).toEqual(['stored-before', 'stored'])
    const stranger = makeActor({ role: 'commune', unitId: 'x' })
    await expect(take('', stranger)).rejects.toMatchObject({ code: 'unknown_wave' })
    await expect(take('', makeActor({ role: 'analyst' }))).rejects.toMatchObject({ code: 'not_allowed' })
  })
})
