import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#lib/access'
import { database } from '#lib/db/client'
import { settle } from '#lib/env'
import { confirmAuthenticator } from '#lib/flows/confirm-authenticator'
import { confirmIdentity } from '#lib/flows/confirm-identity'
import { findActor } from '#lib/flows/find-actor'
import { findSignInStep } from '#lib/flows/find-sign-in-step'
import { finishSignIn } from '#lib/flows/finish-sign-in'
import { makeRecoveryCodes } from '#lib/flows/make-recovery-codes'
import { removeAuthenticator } from '#lib/flows/remove-authenticator'
import { signIn } from '#lib/flows/sign-in'
import { startAuthenticator } from '#lib/flows/start-authenticator'
import { hashPassword } from '#lib/password'
import { makeSecretKey } from '#lib/secrecy/sealed-field'
import { codeAt } from '#lib/totp'
import { signedIn } from '../support/access-scene'
import { makeUser } from '../support/make'

settle({ AUTH_SECRET: 'a secret for tests that is long enough', CONTACT_KEY: makeSecretKey() })

const password = 'con trâu đi trước'
const origin = 'http://localhost:3000'
const halfMinute = 30_000
let passwordHash: string
let last = 0
const freshAddress = () => `10.2.${Math.floor(++last / 250)}.${last % 250}`

beforeAll(async () => {
  passwordHash = await hashPassword(password)
})

async function person(login = 'an'): Promise<Actor> {
  return signedIn(await makeUser({ role: 'district', login, passwordHash }))
}

/** Somebody with a working app, which was confirmed long ago: the code of now is still good. */
async function withApp(login = 'an') {
  const actor = await person(login)
  const { secret } = await startAuthenticator(actor)
  const codes = await confirmAuthenticator(actor, { code: codeAt(secret, Date.now()) })
  await database().prisma.authenticator.updateMany({ data: { lastStep: 0 } })
  return { actor, secret, codes, now: () => codeAt(secret, Date.now()) }
}

async function half(login = 'an'): Promise<string> {
  const outcome = await signIn(null, { login, password, address: freshAddress() })
  return 'stepId' in outcome ? outcome.stepId : expect.fail('no second factor was asked for')
}

const finish = (stepId: string, code: string, address = freshAddress()) =>
  finishSignIn(null, { stepId, code, address })

describe('an authenticator app', () => {
  it('is asked for once a code of it was typed, and not before', async () => {
    const actor = await person()
    const { secret, address } = await startAuthenticator(actor)
    expect(address).toMatch(/^otpauth:\/\/totp\/Th%C6%B0%E1%BB%9Bc%20%C4%90o:an\?/)
    expect(await startAuthenticator(actor)).toEqual({ secret, address })
    expect(await signIn(null, { login: 'an', password, address: freshAddress() })).toHaveProperty('sessionId')
    await expect(confirmAuthenticator(actor, { code: '000000' })).rejects.toMatchObject({
      code: 'invalid_input',
    })
    expect(await confirmAuthenticator(actor, { code: codeAt(secret, Date.now()) })).toHaveLength(10)
    expect(await signIn(null, { login: 'an', password, address: freshAddress() })).not.toHaveProperty(
      'sessionId',
    )
  })

  it('lies sealed in the database', async () => {
    const { secret } = await withApp()
    const { rows } = await database().pool.query<{ line: string }>(
      'select a::text as line from "Authenticator" a',
    )
    const hex = Buffer.from(secret).toString('hex')
    expect(rows[0]!.line).not.toMatch(new RegExp(`${secret}|${hex}`))
  })

  it('ends the person’s other sessions when it begins to protect', async () => {
    const actor = await person()
    const other = await signedIn(await database().prisma.user.findUniqueOrThrow({ where: { login: 'an' } }))
    const { secret } = await startAuthenticator(actor)
    await confirmAuthenticator(actor, { code: codeAt(secret, Date.now()) })
    expect(await findActor(other.sessionId)).toBeNull()
    expect(await findActor(actor.sessionId)).not.toBeNull()
  })

  it('lets in with the code of now, of the last and of the next half minute, and no other', async () => {
    const { secret } = await withApp()
    const code = (steps: number) => codeAt(secret, Date.now() + steps * halfMinute)
    for (const far of [-3, 3])
      await expect(finish(await half(), code(far))).rejects.toMatchObject({ code: 'wrong_code' })
    for (const near of [0, 1]) {
      const { sessionId } = await finish(await half(), code(near))
      const session = await database().prisma.session.findUniqueOrThrow({ where: { id: sessionId } })
      expect(session.means).toBe('password+app')
      expect(await findActor(sessionId)).toMatchObject({ login: 'an' })
    }
  })

  it('takes no code twice, nor one before the last that was taken', async () => {
    const { secret, now } = await withApp()
    const code = now()
    await finish(await half(), code)
    await expect(finish(await half(), code)).rejects.toMatchObject({ code: 'wrong_code' })
    const earlier = codeAt(secret, Date.now() - halfMinute)
    await expect(finish(await half(), earlier)).rejects.toMatchObject({ code: 'wrong_code' })
  })

  it('lets one of two in who send the same code at the same moment', async () => {
    const { now } = await withApp()
    const [one, other] = [await half(), await half()]
    const code = now()
    const results = await Promise.allSettled([finish(one, code), finish(other, code)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('half a sign-in', () => {
  it('opens nothing, and is good once', async () => {
    const { now } = await withApp()
    const stepId = await half()
    expect(await findActor(stepId)).toBeNull()
    expect(await findSignInStep(null, { stepId })).toEqual({ login: 'an', hasApp: true, hasPasskey: false })
    await finish(stepId, now())
    await expect(finish(stepId, now())).rejects.toMatchObject({ code: 'step_expired' })
  })

  it('is over after ten minutes, after five wrong codes, and when the account is closed', async () => {
    const { actor, now } = await withApp()
    const late = await half()
    await database().prisma.signInStep.updateMany({ data: { expiresAt: new Date() } })
    await expect(finish(late, now())).rejects.toMatchObject({ code: 'step_expired' })
    const guessed = await half()
    for (let i = 0; i < 4; i++)
      await expect(finish(guessed, '000000')).rejects.toMatchObject({ code: 'wrong_code' })
    await expect(finish(guessed, '000000')).rejects.toMatchObject({ code: 'step_expired' })
    await expect(finish(guessed, now())).rejects.toMatchObject({ code: 'step_expired' })
    const told = await database().prisma.auditEvent.findMany({ where: { action: 'second-factor-failed' } })
    expect(told).toMatchObject([{ actorId: actor.userId, subject: 'an' }])
    const closed = await half()
    await database().prisma.user.updateMany({ data: { disabledAt: new Date() } })
    await expect(finish(closed, now())).rejects.toMatchObject({ code: 'step_expired' })
  })

  it('does not begin with a wrong password, which looks the same with and without a second factor', async () => {
    await withApp()
    await person('binh')
    for (const login of ['an', 'binh', 'nobody'])
      await expect(signIn(null, { login, password: 'sai', address: freshAddress() })).rejects.toMatchObject({
        code: 'wrong_credentials',
        details: {},
      })
  })
})

describe('recovery codes', () => {
  it('let in once each, however they are typed', async () => {
    const { codes } = await withApp()
    const typed = codes[0]!.toUpperCase().replaceAll('-', ' ')
    const { sessionId } = await finish(await half(), typed)
    const session = await database().prisma.session.findUniqueOrThrow({ where: { id: sessionId } })
    expect(session.means).toBe('password+recovery')
    await expect(finish(await half(), codes[0]!)).rejects.toMatchObject({ code: 'wrong_code' })
    expect(await finish(await half(), codes[1]!)).toHaveProperty('sessionId')
  })

  it('are stored as hashes, belong to one person, and end when new ones are made', async () => {
    const { actor, codes } = await withApp()
    await withApp('binh')
    await expect(finish(await half('binh'), codes[0]!)).rejects.toMatchObject({ code: 'wrong_code' })
    const rows = await database().prisma.recoveryCode.findMany()
    expect(rows).toHaveLength(20)
    expect(JSON.stringify(rows)).not.toContain(codes[0]!.replaceAll('-', ''))
    const fresh = await makeRecoveryCodes(actor)
    await expect(finish(await half(), codes[0]!)).rejects.toMatchObject({ code: 'wrong_code' })
    expect(await finish(await half(), fresh[0]!)).toHaveProperty('sessionId')
  })
})

describe('what protects an account', () => {
  const setBack = (actor: Actor) =>
    database().prisma.session.update({
      where: { id: actor.sessionId },
      data: { confirmedAt: new Date(Date.now() - 11 * 60_000) },
    })

  it('cannot be changed from a session that was opened a while ago', async () => {
    const { actor } = await withApp()
    await setBack(actor)
    const refused = { code: 'confirmation_required', status: 403 }
    await expect(removeAuthenticator(actor)).rejects.toMatchObject(refused)
    await expect(makeRecoveryCodes(actor)).rejects.toMatchObject(refused)
    await expect(startAuthenticator(actor)).rejects.toMatchObject(refused)
    expect(await database().prisma.authenticator.count()).toBe(1)
  })

  it('can be changed after password and code were typed again; the session goes on under another id', async () => {
    const { actor, now } = await withApp()
    await setBack(actor)
    await expect(confirmIdentity(actor, { password, origin })).rejects.toMatchObject({
      details: { faults: [{ question: 'code' }] },
    })
    await expect(confirmIdentity(actor, { password: 'sai', code: now(), origin })).rejects.toMatchObject({
      details: { faults: [{ question: 'password' }] },
    })
    const sessionId = await confirmIdentity(actor, { password, code: now(), origin })
    expect(await findActor(actor.sessionId)).toBeNull()
    await removeAuthenticator({ ...actor, sessionId })
    expect(await database().prisma.recoveryCode.count()).toBe(0)
    expect(await signIn(null, { login: 'an', password, address: freshAddress() })).toHaveProperty('sessionId')
  })
})
