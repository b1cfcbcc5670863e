import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#lib/access'
import { database } from '#lib/db/client'
import { changeUser } from '#lib/flows/change-user'
import { createUser } from '#lib/flows/create-user'
import { findActor } from '#lib/flows/find-actor'
import { resetPassword } from '#lib/flows/reset-password'
import { verifyPassword } from '#lib/password'
import type { Fault, Problem } from '#lib/problem'
import { signedIn } from '../support/access-scene'
import { makeUnit, makeUser } from '../support/make'

let admin: Actor
beforeEach(async () => {
  admin = await signedIn(await makeUser({ role: 'admin', login: 'quan-tri' }))
})
const rowOf = (login: string) => database().prisma.user.findUniqueOrThrow({ where: { login } })
async function faultsOf(attempt: Promise<unknown>): Promise<string[]> {
  const problem = (await attempt.catch((error) => error)) as Problem
  return (problem.details.faults as Fault[]).map(({ code }) => code)
}

describe('createUser', () => {
  it('opens an account whose password it tells once and stores as a hash only', async () => {
    const unit = await makeUnit()
    const input = { login: 'Can-Bo.1', name: 'Cán bộ', role: 'commune' as const, unitId: unit.id }
    const { login, password } = await createUser(admin, input)
    const row = await rowOf('can-bo.1')
    expect(login).toBe('can-bo.1')
    expect(row).toMatchObject({
      name: 'Cán bộ',
      role: 'commune',
      unitId: unit.id,
      isSample: false,
      disabledAt: null,
    })
    expect(row.passwordHash).not.toContain(password)
    expect(await verifyPassword(row.passwordHash, password)).toBe(true)
    const events = await database().prisma.auditEvent.findMany()
    expect(events).toMatchObject([
      { action: 'create-user', actorId: admin.userId, unitId: unit.id, subject: login },
    ])
    expect(JSON.stringify(events.map(({ details }) => details))).not.toContain(password)
  })

  it('refuses a log-in that is taken, whatever its capitals', async () => {
    await makeUser({ role: 'viewer', login: 'an' })
    const attempt = createUser(admin, { login: 'An1', name: 'An', role: 'viewer' })
    expect((await attempt).login).toBe('an1')
    await expect(createUser(admin, { login: 'AN1', name: 'An', role: 'viewer' })).rejects.toMatchObject({
      code: 'already_exists',
      status: 409,
    })
  })

  it('gives a commune officer a unit that exists, and nobody else one', async () => {
    const unit = await makeUnit()
    const officer = { login: 'xa1', name: 'Xã', role: 'commune' as const }
    expect(await faultsOf(createUser(admin, officer))).toEqual(['unit_required'])
    expect(await faultsOf(createUser(admin, { ...officer, unitId: 'no-such-unit' }))).toEqual([
      'unit_required',
    ])
    await createUser(admin, { login: 'huyen1', name: 'Huyện', role: 'district', unitId: unit.id })
    expect((await rowOf('huyen1')).unitId).toBeNull()
  })
})

describe('changeUser', () => {
  it('ends the sessions of a closed account at once, and can open it again', async () => {
    const user = await makeUser({ role: 'analyst', login: 'an' })
    const session = await signedIn(user)
    const input = { id: user.id, name: 'An', role: 'analyst' as const, isDisabled: true }
    await changeUser(admin, input)
    expect(await findActor(session.sessionId)).toBeNull()
    expect((await rowOf('an')).disabledAt).not.toBeNull()
    await changeUser(admin, { ...input, isDisabled: false })
    expect((await rowOf('an')).disabledAt).toBeNull()
    expect(await findActor(session.sessionId)).toBeNull()
  })

  it('ends the sessions when the role changes, not when only the name does', async () => {
    const user = await makeUser({ role: 'viewer', login: 'an' })
    const session = await signedIn(user)
    await changeUser(admin, { id: user.id, name: 'An khác', role: 'viewer', isDisabled: false })
    expect(await findActor(session.sessionId)).toMatchObject({ name: 'An khác' })
    await changeUser(admin, { id: user.id, name: 'An khác', role: 'analyst', isDisabled: false })
    expect(await findActor(session.sessionId)).toBeNull()
  })

  it('lets nobody change the own role or close the own account', async () => {
    const me = await signedIn(await makeUser({ role: 'admin', login: 'me' }))
    const input = { id: me.userId, name: 'Tôi', role: 'admin' as const, isDisabled: false }
    expect(await faultsOf(changeUser(me, { ...input, role: 'viewer' }))).toEqual(['own_account'])
    expect(await faultsOf(changeUser(me, { ...input, isDisabled: true }))).toEqual(['own_account'])
    await changeUser(me, input)
    expect(await rowOf('me')).toMatchObject({ name: 'Tôi', role: 'admin', disabledAt: null })
  })

  it('says when there is no such person', async () => {
    const input = { id: 'nobody', name: 'An', role: 'viewer' as const, isDisabled: false }
    await expect(changeUser(admin, input)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('resetPassword', () => {
  const chief = async () => signedIn(await makeUser({ role: 'admin', login: 'chief' }))

  it('replaces the password and signs the person out everywhere', async () => {
    const user = await makeUser({ role: 'viewer', login: 'an' })
    const session = await signedIn(user)
    const { login, password } = await resetPassword(await chief(), { id: user.id })
    expect(login).toBe('an')
    expect(await verifyPassword((await rowOf('an')).passwordHash, password)).toBe(true)
    expect(await findActor(session.sessionId)).toBeNull()
  })

  it('asks the administrator for a secret that was shown minutes ago', async () => {
    const user = await makeUser({ role: 'viewer', login: 'an' })
    const session = await signedIn(user)
    const stale = await chief()
    const longAgo = new Date(Date.now() - 11 * 60_000)
    await database().prisma.session.update({ where: { id: stale.sessionId }, data: { confirmedAt: longAgo } })
    await expect(resetPassword(stale, { id: user.id })).rejects.toMatchObject({
      code: 'confirmation_required',
    })
    expect((await rowOf('an')).passwordHash).toBe(user.passwordHash)
    expect(await findActor(session.sessionId)).not.toBeNull()
  })
})
