import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { submitAnswers } from '#lib/flows/submit-answers'
import { good } from '../support/front-door-scene'
import { makeDefinition, makeWave } from '../support/make'
import { databaseUrl } from '../support/own-database'
import { startFrontDoor } from '../support/start-front-door'
import { kitchenSinkForm } from '../surveys/kitchen-sink-form'

it('loses no acknowledged answer when the server is killed, and stores the rest once when they are sent again', async () => {
  const form = await makeDefinition({ body: { form: kitchenSinkForm } })
  const wave = await makeWave({ formId: form.id })
  const server = await startFrontDoor({ DATABASE_URL: databaseUrl(), NO_SAMPLE_DATA: '1' })
  const submissions = Array.from({ length: 400 }, () => ({
    wave: wave.id,
    unit: wave.units[0]!.unitId,
    receipt: randomUUID(),
    answers: good,
  }))
  const acknowledged = new Set<string>()
  const sending = submissions.map(async (submission) => {
    const response = await fetch(`http://127.0.0.1:${server.port}/api/answers`, {
      method: 'POST',
      body: JSON.stringify(submission),
    })
    if (response.status === 201) acknowledged.add(submission.receipt)
    if (acknowledged.size === 40) server.kill()
  })
  const settled = await Promise.allSettled(sending)
  expect(settled.some((one) => one.status === 'rejected')).toBe(true)
  await server.stop()

  const stored = new Set((await database().prisma.response.findMany()).map((row) => row.receipt))
  expect([...acknowledged].filter((receipt) => !stored.has(receipt))).toEqual([])

  await Promise.all(submissions.map((submission) => submitAnswers(null, submission)))
  const rows = await database().prisma.response.findMany()
  expect(rows.map((row) => row.receipt).sort()).toEqual(submissions.map(({ receipt }) => receipt).sort())
}, 120_000)
