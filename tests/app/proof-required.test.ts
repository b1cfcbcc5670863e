// While an administrator has the proof of work switched on: every way of answering on the real front door.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { database } from '#lib/db/client'
import { settle } from '#lib/env'
import { createVisitCodes } from '#lib/flows/create-visit-codes'
import { setProtection } from '#lib/flows/set-protection'
import { send } from '#lib/surveys/light-form/browser/send'
import { solveProof } from '#lib/surveys/light-form/browser/solve-proof'
import type { Submission } from '#lib/surveys/light-form/browser/submission'
import { frontDoorScene, good, openWave } from '../support/front-door-scene'
import { makeActor, makeUser } from '../support/make'

settle({ AUTH_SECRET: 'a secret for tests that is long enough' })
const { at, postFields } = frontDoorScene()
const realFetch = fetch
const administrator = async () => {
  const { id } = await makeUser({ role: 'admin', login: `admin-${randomUUID()}` })
  return makeActor({ role: 'admin', userId: id })
}

beforeEach(async () => setProtection(await administrator(), { isOn: true }))
afterAll(async () => setProtection(await administrator(), { isOn: false }))
afterEach(() => {
  vi.unstubAllGlobals()
})

async function makeAnswer() {
  const { wave, unit } = await openWave({ entries: ['open', 'visit-code'] })
  return { wave: wave.id, unit, receipt: randomUUID(), answers: good }
}

const post = (body: object, proof?: string) =>
  realFetch(at('/api/answers'), {
    method: 'POST',
    body: JSON.stringify(body),
    headers: proof ? { 'x-proof': proof } : {},
  })
const count = (wave: string) => database().prisma.response.count({ where: { waveId: wave } })

it('asks a machine for a proof, stores nothing before, and takes no proof twice', async () => {
  const answer = await makeAnswer()
  const asked = await post(answer)
  expect(asked.status).toBe(428)
  const { code, challenge } = await asked.json()
  expect(code).toBe('proof_required')
  expect(await count(answer.wave)).toBe(0)
  const proof = await solveProof(challenge)
  expect((await post(answer, proof)).status).toBe(201)
  const second = { ...answer, receipt: randomUUID() }
  expect((await post(second, proof)).status).toBe(428)
  expect(await count(answer.wave)).toBe(1)
})

it('lets the script of the pages do the work and deliver what waited on the device, exactly once', async () => {
  const answer = await makeAnswer()
  const posts: number[] = []
  vi.stubGlobal('fetch', async (path: string, options: RequestInit) => {
    const response = await realFetch(at(path), options)
    posts.push(response.status)
    return response
  })
  const letter = { ...answer, form: undefined, language: 'vi' } as unknown as Submission
  expect(await send(letter, 30_000)).toMatchObject({ outcome: 'stored' })
  expect(await send(letter, 30_000), 'the answer of the server was lost: sent again').toMatchObject({
    outcome: 'stored',
  })
  expect(posts).toEqual([428, 201, 428, 201])
  expect(await count(answer.wave)).toBe(1)
})

it('keeps the answer waiting, and does not call it refused, on a device that cannot do the work', async () => {
  const answer = await makeAnswer()
  const unknown = {
    code: 'proof_required',
    title: '',
    challenge: { parameters: { nonce: '', salt: '', cost: 0 } },
  }
  const headers = { 'content-type': 'application/problem+json' }
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(unknown), { status: 428, headers }))
  expect(await send(answer as unknown as Submission, 30_000)).toEqual({ outcome: 'later' })
})

it('needs no proof with a code of the desk, which a wrong code does not replace', async () => {
  const answer = await makeAnswer()
  const today = dayInVietNam()
  const { codes } = await createVisitCodes(await administrator(), {
    wave: answer.wave,
    unit: answer.unit,
    count: 20,
    validFrom: today,
    validTo: today,
  })
  expect((await post({ ...answer, visitCode: codes[0] })).status).toBe(201)
  const wrong = await post({ ...answer, receipt: randomUUID(), visitCode: '000000000000' })
  expect([wrong.status, (await wrong.json()).code]).toEqual([403, 'code_unknown'])
  expect((await post({ ...answer, receipt: randomUUID(), visitCode: '' })).status).toBe(428)
  expect(await count(answer.wave)).toBe(1)
})

it('tells a browser without a script what helps, loses nothing it posted, and takes the same post with a proof', async () => {
  const { wave, page: address } = await openWave()
  const fields: [string, string][] = [
    ['~page', '3'],
    ['~shown', [...Array(20).keys()].join(' ')],
    ['~consent', '1'],
    ['~receipt', randomUUID()],
    ['used', '0'],
    ['channels', 'loa'],
    ['areas', 'x'],
    ['areas', 'y'],
    ['place.village', 'Bình "A" <b>'],
    ['code', 'AB1'],
  ]
  const asked = await postFields(address, fields)
  expect(asked.status).toBe(428)
  const body = await asked.text()
  expect(body).toContain('Bật JavaScript')
  expect(body).toContain('href="/v"')
  expect(await count(wave.id)).toBe(0)
  const hidden = [...body.matchAll(/<input type=hidden name="([^"]*)" value="([^"]*)">/g)]
  const carried = hidden.map(([, name, value]): [string, string] => [plain(name!), plain(value!)])
  expect(carried).toEqual(fields)
  const challenge = JSON.parse(plain(/data-challenge="([^"]*)"/.exec(body)![1]!))
  const stored = await postFields(address, [...carried, ['~proof', await solveProof(challenge)]])
  expect(stored.status).toBe(201)
  expect(await count(wave.id)).toBe(1)
})

const plain = (escaped: string) =>
  escaped.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

it('asks nobody once it is switched off', async () => {
  await setProtection(await administrator(), { isOn: false })
  const answer = await makeAnswer()
  expect((await post(answer)).status).toBe(201)
  const audit = await database().prisma.auditEvent.findMany({ where: { action: 'set-protection' } })
  expect(audit.at(-1)?.details).toEqual({ isOn: false })
})
