import { beforeEach, describe, expect, it } from 'vitest'
import { allow } from '#lib/access'
import { database } from '#lib/db/client'
import { settle } from '#lib/env'
import { confirmAuthenticator } from '#lib/flows/confirm-authenticator'
import { findActor } from '#lib/flows/find-actor'
import { listOwnSessions } from '#lib/flows/list-own-sessions'
import { loadOwnProtection } from '#lib/flows/load-own-protection'
import { loadUser } from '#lib/flows/load-user'
import { resetSecondFactor } from '#lib/flows/reset-second-factor'
import { revokeUserSessions } from '#lib/flows/revoke-user-sessions'
import { saveSignInPolicy } from '#lib/flows/save-sign-in-policy'
import { startAuthenticator } from '#lib/flows/start-authenticator'
import { makeSecretKey } from '#lib/secrecy/sealed-field'
import { openPolicy } from '#lib/sign-in-policy'
import { codeAt } from '#lib/totp'
import { signedIn } from '../support/access-scene'
import { makeUser } from '../support/make'

settle({ AUTH_SECRET: 'a secret for tests that is long enough', CONTACT_KEY: makeSecretKey() })

const createdAt = new Date('2020-01-01')
let admin: Awaited<ReturnType<typeof signedIn>>

beforeEach(async () => {
  admin = await signedIn(await makeUser({ role: 'admin', login: 'chief', createdAt }))
})

const officer = async () => signedIn(await makeUser({ role: 'district', login: 'an', createdAt }))

describe('a role that must have a second factor', () => {
  it('works as before in the days of grace, and is told until when', async () => {
    const an = await officer()
    await saveSignInPolicy(admin, { ...openPolicy, requiredFor: ['district'], graceDays: 7 })
    expect(await findActor(an.sessionId)).not.toHaveProperty('mustSetUp')
    const { deadline } = await loadOwnProtection(an)
    expect(Math.round((deadline!.getTime() - Date.now()) / 86_400_000)).toBe(7)
    expect((await loadOwnProtection(admin)).deadline).toBeNull()
  })

  it('reaches nothing but the own account when they are over, until it is set up', async () => {
    const an = await officer()
    await saveSignInPolicy(admin, { ...openPolicy, requiredFor: ['district'], graceDays: 0 })
    const held = await findActor(an.sessionId)
    expect(held).toMatchObject({ mustSetUp: true })
    expect(() => allow(held, 'waves.read')).toThrow(/second_factor_required/)
    const { secret } = await startAuthenticator(held)
    await confirmAuthenticator(held, { code: codeAt(secret, Date.now()) })
    const free = await findActor(an.sessionId)
    expect(allow(free, 'waves.read')).toEqual(free)
  })

  it('keeps its first day when the rules are saved again', async () => {
    await saveSignInPolicy(admin, { ...openPolicy, requiredFor: ['district'] })
    const first = (await database().prisma.setting.findUniqueOrThrow({ where: { name: 'sign-in' } })).value
    await saveSignInPolicy(admin, { ...openPolicy, requiredFor: ['district', 'admin'] })
    const second = (await database().prisma.setting.findUniqueOrThrow({ where: { name: 'sign-in' } })).value
    const since = (value: unknown) =>
      (value as { requiredSince: Record<string, string> }).requiredSince.district
    expect(since(second)).toBe(since(first))
  })
})

describe('a session', () => {
  it('ends when nobody has used it for the time the rules say, and is kept alive by use', async () => {
    const an = await officer()
    await saveSignInPolicy(admin, { ...openPolicy, idleMinutes: 30 })
    const lastSeen = (minutes: number) =>
      database().prisma.session.update({
        where: { id: an.sessionId },
        data: { lastSeenAt: new Date(Date.now() - minutes * 60_000) },
      })
    await lastSeen(29)
    expect(await findActor(an.sessionId)).not.toBeNull()
    const { lastSeenAt } = await database().prisma.session.findUniqueOrThrow({ where: { id: an.sessionId } })
    expect(Date.now() - lastSeenAt.getTime()).toBeLessThan(60_000)
    await lastSeen(31)
    expect(await findActor(an.sessionId)).toBeNull()
    expect(await listOwnSessions(an)).toEqual([])
  })

  it('can be ended by an administrator, who sees it in the list of the person', async () => {
    const an = await officer()
    const { sessions } = await loadUser(admin, { id: an.userId })
    expect(sessions).toMatchObject([{ id: an.sessionId, means: 'password' }])
    expect(await revokeUserSessions(admin, { id: an.userId })).toBe(1)
    expect(await findActor(an.sessionId)).toBeNull()
  })
})

describe('an administrator who takes a second factor off', () => {
  it('ends the person’s sessions and leaves a line; not from an old session, and not for the own account', async () => {
    const an = await officer()
    const { secret } = await startAuthenticator(an)
    await confirmAuthenticator(an, { code: codeAt(secret, Date.now()) })
    await expect(resetSecondFactor(admin, { id: admin.userId })).rejects.toMatchObject({
      code: 'invalid_input',
    })
    await database().prisma.session.update({
      where: { id: admin.sessionId },
      data: { confirmedAt: new Date('2026-01-01') },
    })
    await expect(resetSecondFactor(admin, { id: an.userId })).rejects.toMatchObject({
      code: 'confirmation_required',
    })
    await database().prisma.session.update({
      where: { id: admin.sessionId },
      data: { confirmedAt: new Date() },
    })
    await resetSecondFactor(admin, { id: an.userId })
    expect(await findActor(an.sessionId)).toBeNull()
    expect(await database().prisma.recoveryCode.count()).toBe(0)
    const told = await database().prisma.auditEvent.findMany({ where: { action: 'reset-second-factor' } })
    expect(told).toMatchObject([{ actorId: admin.userId, subject: 'an', isRead: false }])
  })
})
