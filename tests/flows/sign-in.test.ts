import { beforeAll, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { settle } from '#lib/env'
import { findActor } from '#lib/flows/find-actor'
import { deviceName, sessionSeconds } from '#lib/flows/open-session'
import { signIn } from '#lib/flows/sign-in'
import { signOut } from '#lib/flows/sign-out'
import { hashPassword } from '#lib/password'
import { makeUnit, makeUser } from '../support/make'

settle({ AUTH_SECRET: 'a secret for tests that is long enough' })

const password = 'con trâu đi trước'
let passwordHash: string
let last = 0
const freshAddress = () => `10.1.${Math.floor(++last / 250)}.${last % 250}`

beforeAll(async () => {
  passwordHash = await hashPassword(password)
})

async function enter(login: string, given: Partial<Parameters<typeof signIn>[1]> = {}): Promise<string> {
  const outcome = await signIn(null, { login, password, address: freshAddress(), ...given })
  return 'sessionId' in outcome ? outcome.sessionId : expect.fail('a second factor was asked for')
}

describe('signIn', () => {
  it('opens a session that names the person, their role and unit', async () => {
    const unit = await makeUnit()
    const user = await makeUser({
      role: 'commune',
      login: 'an',
      name: 'Nguyễn An',
      unitId: unit.id,
      passwordHash,
    })
    const sessionId = await enter(' AN ', { agent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' })
    expect(await findActor(sessionId)).toEqual({
      userId: user.id,
      login: 'an',
      name: 'Nguyễn An',
      role: 'commune',
      unitId: unit.id,
      sessionId,
    })
    const session = await database().prisma.session.findUniqueOrThrow({ where: { id: sessionId } })
    expect(session.device).toBe('Firefox, Windows')
    expect((session.expiresAt.getTime() - session.createdAt.getTime()) / 1000).toBeCloseTo(sessionSeconds, -2)
  })

  it('answers a wrong password, an unknown log-in and a closed account with the same words', async () => {
    await makeUser({ role: 'viewer', login: 'an', passwordHash })
    await makeUser({ role: 'viewer', login: 'binh', passwordHash, disabledAt: new Date() })
    for (const [login, typed] of [
      ['an', 'sai'],
      ['nobody', password],
      ['binh', password],
      ['x'.repeat(70), password],
    ] as const)
      await expect(enter(login, { password: typed })).rejects.toMatchObject({
        code: 'wrong_credentials',
        status: 401,
        details: {},
      })
    expect(await database().prisma.session.count()).toBe(0)
  })

  it('takes sample accounts only on the machine itself', async () => {
    await makeUser({ role: 'admin', login: 'mau', passwordHash, isSample: true })
    await expect(enter('mau', { address: '10.0.0.7' })).rejects.toMatchObject({ code: 'wrong_credentials' })
    await expect(enter('mau', { address: 'proxy:127.0.0.1' })).rejects.toMatchObject({
      code: 'wrong_credentials',
    })
    expect(await enter('mau', { address: '127.0.0.1' })).toBeTruthy()
  })

  it('asks for patience after five mistakes, even with the right password, and leaves others alone', async () => {
    await makeUser({ role: 'viewer', login: 'an', passwordHash })
    const address = freshAddress()
    for (let i = 0; i < 5; i++) await enter('an', { address, password: 'sai' }).catch(() => {})
    await expect(enter('an', { address })).rejects.toMatchObject({ code: 'too_many_requests', status: 429 })
    expect(await enter('an')).toBeTruthy()
  })

  it('writes a line into the audit log, without password or address', async () => {
    const user = await makeUser({ role: 'viewer', login: 'an', passwordHash })
    await enter('an')
    const [line, ...others] = await database().prisma.auditEvent.findMany()
    expect(others).toEqual([])
    expect(line).toMatchObject({
      actorId: user.id,
      action: 'sign-in',
      subject: 'an',
      details: { means: 'password' },
    })
  })
})

describe('findActor', () => {
  it.each([
    ['unknown', async () => {}],
    [
      'expired',
      (id: string) => update(id, { createdAt: new Date('2020-01-01'), expiresAt: new Date('2020-01-02') }),
    ],
    ['revoked', (id: string) => signOut(null, { sessionId: id })],
    ['of a closed account', () => database().prisma.user.updateMany({ data: { disabledAt: new Date() } })],
  ])('knows nobody behind a session that is %s', async (state, change) => {
    await makeUser({ role: 'admin', login: 'an', passwordHash })
    const id = await enter('an')
    expect(await findActor(id)).toMatchObject({ login: 'an' })
    await change(id)
    expect(await findActor(state === 'unknown' ? 'no-such-session' : id)).toBeNull()
  })

  const update = (id: string, data: object) => database().prisma.session.update({ where: { id }, data })
})

describe('deviceName', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge, Windows'],
    [
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
      'Chrome, Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1',
      'Safari, iPhone',
    ],
    ['curl/8.0', ''],
  ])('reads %j as %j', (agent, name) => {
    expect(deviceName(agent)).toBe(name)
  })
})
