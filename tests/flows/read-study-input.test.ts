// What a study is computed from, read out of the database: words that people wrote come out as codes, and never as words.
import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import type { StudyRow } from '#lib/db/effect-studies'
import { readStudyInput } from '#lib/flows/read-study-input'
import { codeAnswers } from '#lib/surveys/code-answers'
import { compileForm } from '#lib/surveys/compile-form'
import { makeResponse, makeUnit, makeWave, publishedForm } from '../support/make'

const people: Record<string, unknown>[] = [
  { heard: 1, heard_where: 'loa thon, bi mat cua toi' },
  { heard: 1, heard_where: 'hàng xóm nói, bi mat cua toi' },
  { heard: 1 },
  { heard: 2 },
  { heard: 98 },
  {},
]

let study: StudyRow

beforeEach(async () => {
  const form = await publishedForm('awareness', 1)
  const compiled = compileForm((form.body as { form: unknown }).form)
  const unit = await makeUnit()
  const wave = await makeWave({ formId: form.id, units: [unit.id] })
  for (const [at, answers] of people.entries()) {
    const receipt = `00000000-0000-4000-8000-00000000000${at}`
    await makeResponse(wave, { receipt, answers: answers as object, coded: codeAnswers(compiled, answers) })
  }
  const index = await database().prisma.definition.findFirstOrThrow({
    where: { kind: 'index', slug: 'awareness', version: 1 },
  })
  study = {
    ...{ id: 's', unitId: unit.id, title: 'Thử', titleEn: 'Test', rollout: null, declaredAt: null },
    ...{ declaredByName: '', isSample: false, createdAt: new Date(), waveIds: [wave.id], index },
    // as a plan was stored before there were code frames
    plan: {
      primary: { index: 'awareness.v1', criterion: 'knowledge' },
      comparison: { by: 'activities', channels: [], areas: [], minimum: 1 },
      reach: { unprompted: 'heard', prompted: 'exposure', falseRecall: 'false_recall' },
    } as unknown as StudyRow['plan'],
  }
})

const withFrame = (codeFrame: string | null) =>
  readStudyInput({ ...study, plan: { ...study.plan, reach: { ...study.plan.reach, codeFrame } } })

describe('readStudyInput', () => {
  it('codes what people wrote: 1, 0 for everybody else who was asked, no value for who was not', async () => {
    const { input } = await readStudyInput(study)
    expect(input.plan.reach.codeFrame).toBe('heard-where.v1')
    const { codes } = input.waves[0]!.answers
    expect(Array.from(codes['heard_where#loudspeaker']!)).toEqual([1, 0, 0, 0, 0, -2])
    expect(Array.from(codes['heard_where#broadcast']!)).toEqual([0, 0, 0, 0, 0, -2])
    expect(Array.from(codes['heard_where#none']!)).toEqual([0, 1, 1, 0, 0, -2])
    expect(input.reach.named.map(({ channel }) => channel)).toContain('loudspeaker')
  })

  it('lets no word out of the database', async () => {
    const material = await readStudyInput(study)
    expect(JSON.stringify(material)).not.toMatch(/bi mat|hàng xóm nói|loa thon/)
  })

  it('codes nothing where the study names no frame or no question before it, and refuses a frame that is not published', async () => {
    const { input } = await withFrame(null)
    expect([input.reach.named, input.reach.notAssigned]).toEqual([[], null])
    expect(Object.keys(input.waves[0]!.answers.codes).filter((name) => name.includes('#'))).toEqual([])
    const without = { ...study.plan, reach: { ...study.plan.reach, unprompted: null } }
    expect((await readStudyInput({ ...study, plan: without })).input.reach.named).toEqual([])
    await expect(withFrame('heard-where.v9')).rejects.toMatchObject({ code: 'not_found' })
  })
})
