import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
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
const take = (file: unknown) => importAnswers(officer, { file: JSON.stringify(file) })

async function someAnswers() {
  const form = await makeDefinition({ body: { form: kitchenSinkForm } })
  const wave = await makeWave({ formId: form.id })
  const one = (given: object = {}) => ({
    wave: wave.id,
    unit: wave.units[0]!.unitId,
    receipt: randomUUID(),
    answers,
    ...given,
  })
  return [one(), one(), one({ answers: { used: 'nonsense' } }), one({ wave: 'no-such-wave' })]
}

it('stores what a file has once, however often it is imported, and says what became of each answer', async () => {
  const submissions = await someAnswers()
  await submitAnswers(null, submissions[1])
  const file = await sealed(submissions)
  const outcomes = async () => (await take(file)).map(({ outcome }) => outcome)
  expect(await outcomes()).toEqual(['stored', 'stored-before', 'refused', 'refused'])
  expect(await outcomes()).toEqual(['stored-before', 'stored-before', 'refused', 'refused'])
  expect(await database().prisma.response.count()).toBe(2)
  expect((await take(file))[2]?.reason?.vi).toBeTruthy()
})

it('shows nothing of the answers in the file', async () => {
  const text = JSON.stringify(await sealed(await someAnswers()))
  for (const plain of ['Bình', 'AB1', 'channels', '"receipt', '"wave']) expect(text).not.toContain(plain)
})

it('refuses a file that is none, was changed, or is sealed for another server, and stores nothing', async () => {
  const file = await sealed(await someAnswers())
  const changed: AnswerFile = { ...file, sealed: `${file.sealed.slice(0, -4)}AAAA` }
  const faultOf = (bad: unknown) =>
    take(bad).then(
      () => 'taken',
      (problem) => problem.details.faults[0].code,
    )
  expect(await faultOf({ some: 'json' })).toBe('no_answer_file')
  expect(await faultOf(changed)).toBe('damaged_file')
  expect(await faultOf({ ...file, officerKey: 'another' })).toBe('other_server')
  const stranger = makeActor({ role: 'commune', unitId: 'x' })
  await expect(importAnswers(stranger, { file: '' })).rejects.toMatchObject({ code: 'not_allowed' })
  expect(await database().prisma.response.count()).toBe(0)
})
