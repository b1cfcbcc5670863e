import { beforeAll, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { settle } from '#lib/env'
import { changeOwnPassword } from '#lib/flows/change-own-password'
import { findActor } from '#lib/flows/find-actor'
import { listOwnSessions } from '#lib/flows/list-own-sessions'
import { revokeOwnSessions } from '#lib/flows/revoke-own-sessions'
import { hashPassword, verifyPassword } from '#lib/password'
import { signedIn } from '../support/access-scene'
import { makeUser } from '../support/make'

settle({ AUTH_SECRET: 'a secret for tests that is long enough' })

const oldPassword = 'con trâu đi trước'
const newPassword = 'cái cày theo sau'
let passwordHash: string

beforeAll(async () => {
  passwordHash = await hashPassword(oldPassword)
})

const person = () => makeUser({ role: 'viewer', login: 'an', passwordHash })
const hashNow = async () =>
  (await database().prisma.user.findUniqueOrThrow({ where: { login: 'an' } })).passwordHash

describe('changeOwnPassword', () => {
  it('stores the new one and signs out every other place', async () => {
    const user = await person()
    const [here, there] = [await signedIn(user), await signedIn(user)]
    await changeOwnPassword(here, { oldPassword, newPassword, repeatedPassword: newPassword })
    expect(await verifyPassword(await hashNow(), newPassword)).toBe(true)
    expect(await findActor(here.sessionId)).not.toBeNull()
    expect(await findActor(there.sessionId)).toBeNull()
  })

  it.each([
    ['the old one is wrong', { oldPassword: 'sai' }, ['oldPassword']],
    ['the new one is repeated wrongly', { repeatedPassword: 'khác' }, ['repeatedPassword']],
    ['the new one is too short', { newPassword: 'ngắn', repeatedPassword: 'ngắn' }, ['newPassword']],
  ])('changes nothing when %s', async (_when, wrong, fields) => {
    const actor = await signedIn(await person())
    const input = { oldPassword, newPassword, repeatedPassword: newPassword, ...wrong }
    const problem = await changeOwnPassword(actor, input).catch((error) => error)
    expect(problem.details.faults.map((fault: { question: string }) => fault.question)).toEqual(fields)
    expect(await hashNow()).toBe(passwordHash)
  })
})

describe('revokeOwnSessions', () => {
  it('ends one place, or all others, and never somebody else’s', async () => {
    const user = await person()
    const [here, there, third] = [await signedIn(user), await signedIn(user), await signedIn(user)]
    const stranger = await signedIn(await makeUser({ role: 'admin' }))
    expect(await revokeOwnSessions(here, { id: stranger.sessionId })).toBe(0)
    expect(await revokeOwnSessions(here, { id: there.sessionId })).toBe(1)
    expect((await listOwnSessions(here)).map(({ id }) => id).sort()).toEqual(
      [here.sessionId, third.sessionId].sort(),
    )
    expect(await revokeOwnSessions(here, {})).toBe(1)
    expect(await listOwnSessions(here)).toMatchObject([{ id: here.sessionId, isThisOne: true }])
    expect(await findActor(stranger.sessionId)).not.toBeNull()
  })
})
