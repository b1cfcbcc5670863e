import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#lib/access'
import { database } from '#lib/db/client'
import { settle } from '#lib/env'
import { addPasskey } from '#lib/flows/add-passkey'
import { confirmIdentity } from '#lib/flows/confirm-identity'
import { findActor } from '#lib/flows/find-actor'
import { removePasskey } from '#lib/flows/remove-passkey'
import { signIn } from '#lib/flows/sign-in'
import { signInWithPasskey } from '#lib/flows/sign-in-with-passkey'
import { startPasskey } from '#lib/flows/start-passkey'
import { startPasskeyCheck } from '#lib/flows/start-passkey-check'
import { hashPassword } from '#lib/password'
import { makeSecretKey } from '#lib/secrecy/sealed-field'
import { signedIn } from '../support/access-scene'
import { makeUser } from '../support/make'
import { SoftPasskey } from '../support/soft-passkey'

settle({ AUTH_SECRET: 'a secret for tests that is long enough', CONTACT_KEY: makeSecretKey() })

const origin = 'https://thuocdo.example.vn'
const address = '10.4.0.1'
const password = 'con trâu đi trước'
const refused = { code: 'passkey_refused', status: 401 }
let passwordHash: string

beforeAll(async () => {
  passwordHash = await hashPassword(password)
})

async function withPasskey(login = 'an') {
  const actor = await signedIn(await makeUser({ role: 'district', login, passwordHash }))
  const passkey = new SoftPasskey(origin)
  const codes = await addPasskey(actor, {
    origin,
    name: 'Máy của tôi',
    answer: await registration(actor, passkey),
  })
  return { actor, passkey, codes }
}

async function registration(actor: Actor, passkey: SoftPasskey, lie = {}) {
  return passkey.register(await startPasskey(actor, { origin }), lie)
}

const challenge = () => startPasskeyCheck(null, { origin, purpose: 'sign-in' })
const enter = (answer: string) => signInWithPasskey(null, { answer, origin, address })

describe('a passkey', () => {
  it('signs in alone, whoever it belongs to, and brings recovery codes with the first', async () => {
    const { actor, passkey, codes } = await withPasskey()
    expect(codes).toHaveLength(10)
    const { sessionId } = await enter(passkey.answer(await challenge()))
    expect(await findActor(sessionId)).toMatchObject({ userId: actor.userId })
    const session = await database().prisma.session.findUniqueOrThrow({ where: { id: sessionId } })
    expect(session.means).toBe('passkey')
  })

  it('does not sign in without having checked its owner, at another address, or for a challenge that is not ours', async () => {
    const { passkey } = await withPasskey()
    for (const lie of [{ isVerified: false }, { origin: 'https://evil.example' }])
      await expect(enter(passkey.answer(await challenge(), lie))).rejects.toMatchObject(refused)
    const own = Buffer.from('a challenge of somebody else').toString('base64url')
    await expect(enter(passkey.answer({ challenge: own }))).rejects.toMatchObject(refused)
    const stranger = new SoftPasskey(origin)
    await expect(enter(stranger.answer(await challenge()))).rejects.toMatchObject(refused)
    for (const rubbish of ['', 'null', '[]', '{"id":3}', '{"id":"x"}'])
      await expect(enter(rubbish)).rejects.toMatchObject(refused)
  })

  it('answers a challenge once: what was listened to is worth nothing', async () => {
    const { passkey } = await withPasskey()
    const answer = passkey.answer(await challenge())
    await enter(answer)
    await expect(enter(answer)).rejects.toMatchObject(refused)
  })

  it('is refused when its counter did not rise: somebody has a copy', async () => {
    const { actor, passkey } = await withPasskey()
    await enter(passkey.answer(await challenge(), { counter: 7 }))
    await expect(enter(passkey.answer(await challenge(), { counter: 7 }))).rejects.toMatchObject(refused)
    await expect(enter(passkey.answer(await challenge(), { counter: 0 }))).rejects.toMatchObject(refused)
    const told = await database().prisma.auditEvent.findMany({ where: { action: 'passkey-copied' } })
    expect(told.map(({ actorId }) => actorId)).toEqual([actor.userId, actor.userId])
  })

  it('works for ever where it does not count at all, as most synchronised ones', async () => {
    const { passkey } = await withPasskey()
    for (let i = 0; i < 3; i++)
      expect(await enter(passkey.answer(await challenge(), { counter: 0 }))).toMatchObject({ login: 'an' })
  })

  it('of a closed account opens nothing', async () => {
    const { passkey } = await withPasskey()
    await database().prisma.user.updateMany({ data: { disabledAt: new Date() } })
    await expect(enter(passkey.answer(await challenge()))).rejects.toMatchObject(refused)
  })

  it('cannot be added with a challenge of another session, twice, or from an old session', async () => {
    const { actor, passkey } = await withPasskey()
    const other = await withPasskey('binh')
    const fresh = new SoftPasskey(origin)
    const theirs = await registration(other.actor, fresh)
    await expect(addPasskey(actor, { origin, name: 'x', answer: theirs })).rejects.toMatchObject(refused)
    const again = await registration(other.actor, passkey)
    await expect(addPasskey(other.actor, { origin, name: 'x', answer: again })).rejects.toMatchObject(refused)
    await database().prisma.session.updateMany({ data: { confirmedAt: new Date('2026-01-01') } })
    await expect(startPasskey(actor, { origin })).rejects.toMatchObject({ code: 'confirmation_required' })
    const { id } = await database().prisma.passkey.findFirstOrThrow({ where: { userId: actor.userId } })
    await expect(removePasskey(actor, { id })).rejects.toMatchObject({ code: 'confirmation_required' })
    expect(await database().prisma.passkey.count()).toBe(2)
  })

  it('can be removed by its owner only', async () => {
    const { actor } = await withPasskey()
    const other = await withPasskey('binh')
    const { id } = await database().prisma.passkey.findFirstOrThrow({ where: { userId: actor.userId } })
    await removePasskey(other.actor, { id })
    expect(await database().prisma.passkey.count()).toBe(2)
    await removePasskey(actor, { id })
    expect(await database().prisma.recoveryCode.count({ where: { userId: actor.userId } })).toBe(0)
  })
})

describe('a passkey as the second factor', () => {
  async function half(login = 'an') {
    const outcome = await signIn(null, { login, password, address })
    return 'stepId' in outcome ? outcome.stepId : expect.fail('no second factor was asked for')
  }
  const ask = (stepId: string) => startPasskeyCheck(null, { origin, purpose: 'second-factor', stepId })
  const finish = (stepId: string, answer: string) =>
    signInWithPasskey(null, { answer, origin, address, stepId })

  it('finishes the sign-in it was asked for, of its own person', async () => {
    const an = await withPasskey('an')
    const binh = await withPasskey('binh')
    const [mine, theirs] = [await half('an'), await half('binh')]
    await expect(finish(mine, an.passkey.answer(await ask(theirs)))).rejects.toMatchObject(refused)
    await expect(finish(mine, binh.passkey.answer(await ask(mine)))).rejects.toMatchObject(refused)
    expect(await finish(mine, an.passkey.answer(await ask(mine)))).toMatchObject({ login: 'an' })
    await expect(ask(mine)).rejects.toMatchObject({ code: 'step_expired' })
  })

  it('confirms a session, which goes on under another id', async () => {
    const { actor, passkey } = await withPasskey()
    const options = await startPasskeyCheck(actor, { origin, purpose: 'confirm' })
    const sessionId = await confirmIdentity(actor, { origin, answer: passkey.answer(options) })
    expect(await findActor(actor.sessionId)).toBeNull()
    expect(await findActor(sessionId)).toMatchObject({ userId: actor.userId })
  })
})
