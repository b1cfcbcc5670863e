// Limits by code and by device on the real front door: many people behind one address stay free, one device does not.
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { settle } from '#lib/env'
import { frontDoorScene, good, openWave } from '../support/front-door-scene'

settle({ AUTH_SECRET: 'a secret for tests that is long enough' })
const { post, count } = frontDoorScene()

async function answerer(change: object = {}) {
  const { wave, unit, page } = await openWave({ modes: ['self', 'kiosk', 'assisted'] })
  const send = (device: string | null, more: object = {}) =>
    post(
      '/api/answers',
      JSON.stringify({ wave: wave.id, unit, receipt: randomUUID(), answers: good, ...change, ...more }),
      device ? { cookie: `lang=vi; device=${device}` } : {},
    )
  return { send, page }
}
const deviceOf = (response: Response) => /device=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1]
const device = () => randomUUID().replaceAll('-', '').slice(0, 22)

it('gives a browser a number with its first answer, kept a day and out of reach of scripts', async () => {
  const { send } = await answerer()
  const first = await send(null)
  expect(first.headers.get('set-cookie')).toMatch(
    /^device=[\w-]{22}; Path=\/; Max-Age=86400; HttpOnly; SameSite=Strict$/,
  )
  expect((await send(deviceOf(first)!)).headers.get('set-cookie')).toBeNull()
})

it('slows one device down after twenty answers in an hour, and nobody else behind the same address', async () => {
  const { send } = await answerer()
  const [busy, other] = [device(), device()]
  for (let number = 0; number < 20; number++) expect((await send(busy)).status).toBe(201)
  const refused = await send(busy)
  expect([refused.status, (await refused.json()).code]).toEqual([429, 'too_many_requests'])
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60)
  for (const sender of [other, null, null]) expect((await send(sender)).status).toBe(201)
})

it('does not count refused answers and pages of a form without a script: mending a mistake costs nothing', async () => {
  const { send, page } = await answerer()
  const careful = device()
  const before = await count()
  for (let number = 0; number < 25; number++) {
    expect((await send(careful, { answers: {} })).status).toBe(422)
    expect((await post(page, '~page=0', { cookie: `device=${careful}` })).status).toBe(422)
  }
  expect(await count()).toBe(before)
  expect((await send(careful)).status).toBe(201)
})

it('holds under a burst of the same device', async () => {
  const { send } = await answerer()
  const busy = device()
  const statuses = await Promise.all(
    Array.from({ length: 30 }, () => send(busy).then(({ status }) => status)),
  )
  expect(statuses.filter((status) => status === 201)).toHaveLength(20)
})

it('lets kiosks and enumerators send what a day without a network has left', async () => {
  const { send } = await answerer()
  const tablet = device()
  for (let number = 0; number < 40; number++)
    expect((await send(tablet, { mode: number % 2 ? 'kiosk' : 'assisted' })).status).toBe(201)
})

it('stops hammering with one code, wherever it comes from', async () => {
  const { send } = await answerer({ visitCode: '123456789012' })
  const statuses: number[] = []
  for (let number = 0; number < 122; number++)
    statuses.push((await send(number % 2 ? device() : null)).status)
  expect(statuses.slice(0, 120).every((status) => status === 422)).toBe(true)
  expect(statuses.slice(120)).toEqual([429, 429])
})
