// The single sign-on: against a real OpenID provider that runs beside, and against one that lies.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { env, settle } from '#lib/env'
import { expectExternalLogin } from '#lib/flows/expect-external-login'
import { findActor } from '#lib/flows/find-actor'
import { findProviderSignOut } from '#lib/flows/find-provider-sign-out'
import { finishProviderSignIn } from '#lib/flows/finish-provider-sign-in'
import { saveSignInPolicy } from '#lib/flows/save-sign-in-policy'
import { signIn } from '#lib/flows/sign-in'
import { signOut } from '#lib/flows/sign-out'
import { startProviderSignIn } from '#lib/flows/start-provider-sign-in'
import { unlinkExternalLogin } from '#lib/flows/unlink-external-login'
import { hashPassword } from '#lib/password'
import { makeSecretKey } from '#lib/secrecy/sealed-field'
import { signedIn } from '../support/access-scene'
import { type LyingProvider, startLyingProvider } from '../support/lying-provider'
import { makeUnit, makeUser } from '../support/make'
import { type RealProvider, startRealProvider } from '../support/real-provider'

settle({ AUTH_SECRET: 'a secret for tests that is long enough', CONTACT_KEY: makeSecretKey() })

const origin = 'http://localhost:3000'
const address = '127.0.0.1'

/** Settings of the single sign-on; what stood there before goes. */
function use(settings: Record<string, string>) {
  for (const name of Object.keys(process.env)) if (name.startsWith('OIDC_')) delete process.env[name]
  settle(settings)
}

const unknown = { code: 'provider_unknown_person', status: 403 }
const failed = { code: 'provider_failed', status: 502 }

async function makeAdmin() {
  return signedIn(await makeUser({ role: 'admin', login: 'chief' }))
}

describe('a real provider', () => {
  let provider: RealProvider

  beforeAll(async () => {
    provider = await startRealProvider(`${origin}/sign-in/provider/return`)
  })
  afterAll(() => provider.stop())
  beforeEach(() => {
    use(provider.settings)
    provider.people.clear()
    provider.people.set('an-over-there', {
      sub: 'an-over-there',
      email: 'An@ninhphuoc.example',
      email_verified: true,
    })
  })

  /** The whole way there and back. */
  async function go(login = 'an-over-there') {
    const { address: there, pending } = await startProviderSignIn(null, { origin, goal: '/waves' })
    const back = await provider.visit(there, login)
    return { pending, query: back.search, origin, address }
  }
  const enter = async (login?: string) => finishProviderSignIn(null, await go(login))

  it('lets somebody in whom an administrator expects, and knows them by issuer and subject from then on', async () => {
    const admin = await makeAdmin()
    const { id } = await makeUser({ role: 'viewer', login: 'an' })
    await expectExternalLogin(admin, { id, claim: 'email', value: 'an@NinhPhuoc.example ' })
    const first = await enter()
    expect(first).toMatchObject({ login: 'an', goal: '/waves' })
    expect(await findActor(first.sessionId)).toMatchObject({ userId: id })
    const session = await database().prisma.session.findUniqueOrThrow({ where: { id: first.sessionId } })
    expect(session.means).toBe('provider')
    provider.people.set('an-over-there', {
      sub: 'an-over-there',
      email: 'other@example.org',
      email_verified: true,
    })
    expect(await enter()).toMatchObject({ login: 'an' })
    expect(await database().prisma.externalInvitation.count()).toBe(0)
  })

  it('never takes an account over because an e-mail address is the same', async () => {
    await makeUser({ role: 'admin', login: 'an@ninhphuoc.example', name: 'An@ninhphuoc.example' })
    await expect(enter()).rejects.toMatchObject(unknown)
    expect(await database().prisma.session.count()).toBe(0)
    expect(await database().prisma.auditEvent.findMany({ select: { action: true, subject: true } })).toEqual([
      { action: 'provider-refused', subject: 'an-over-there' },
    ])
  })

  it('believes an address only when it is said to be verified, and an expectation only for its time', async () => {
    const admin = await makeAdmin()
    const { id } = await makeUser({ role: 'viewer', login: 'an' })
    await expectExternalLogin(admin, { id, claim: 'email', value: 'an@ninhphuoc.example' })
    provider.people.set('an-over-there', { sub: 'an-over-there', email: 'an@ninhphuoc.example' })
    await expect(enter()).rejects.toMatchObject(unknown)
    provider.people.set('an-over-there', {
      sub: 'an-over-there',
      email: 'an@ninhphuoc.example',
      email_verified: true,
    })
    await database().prisma.externalInvitation.updateMany({ data: { expiresAt: new Date() } })
    await expect(enter()).rejects.toMatchObject(unknown)
  })

  it('is left as well by its own page, which sends people back to us', async () => {
    const admin = await makeAdmin()
    const { id } = await makeUser({ role: 'viewer', login: 'an' })
    await expectExternalLogin(admin, { id, claim: 'sub', value: 'an-over-there' })
    const { sessionId } = await enter()
    expect(await signOut(null, { sessionId })).toBe(true)
    expect(await findActor(sessionId)).toBeNull()
    expect(await signOut(null, { sessionId: admin.sessionId })).toBe(false)
    const leave = new URL((await findProviderSignOut(null, { origin }))!)
    expect(leave.origin).toBe(provider.issuer)
    expect(Object.fromEntries(leave.searchParams)).toEqual({
      client_id: 'thuoc-do',
      post_logout_redirect_uri: `${origin}/sign-in`,
    })
    expect((await fetch(leave)).status).toBe(200)
    leave.searchParams.set('post_logout_redirect_uri', 'https://evil.example/')
    expect((await fetch(leave)).status).toBe(400)
  })

  it('refuses a closed account, and one that was unlinked', async () => {
    const admin = await makeAdmin()
    const { id } = await makeUser({ role: 'viewer', login: 'an' })
    await expectExternalLogin(admin, { id, claim: 'sub', value: 'an-over-there' })
    const { sessionId } = await enter()
    await database().prisma.user.update({ where: { id }, data: { disabledAt: new Date() } })
    await expect(enter()).rejects.toMatchObject(unknown)
    expect(await findActor(sessionId)).toBeNull()
    await database().prisma.user.update({ where: { id }, data: { disabledAt: null } })
    expect(await findActor(sessionId)).not.toBeNull()
    await unlinkExternalLogin(admin, { id })
    expect(await findActor(sessionId)).toBeNull()
    await expect(enter()).rejects.toMatchObject(unknown)
  })

  it('takes a return once, with the cookie and the state of its own start only', async () => {
    const admin = await makeAdmin()
    const { id } = await makeUser({ role: 'viewer', login: 'an' })
    await expectExternalLogin(admin, { id, claim: 'sub', value: 'an-over-there' })
    const [mine, theirs] = [await go(), await go()]
    await expect(finishProviderSignIn(null, { ...mine, pending: theirs.pending })).rejects.toMatchObject(
      failed,
    )
    await expect(finishProviderSignIn(null, { ...mine, pending: '' })).rejects.toMatchObject(failed)
    await expect(
      finishProviderSignIn(null, { ...mine, query: '?error=access_denied' }),
    ).rejects.toMatchObject(failed)
    expect(await finishProviderSignIn(null, mine)).toMatchObject({ login: 'an' })
    await expect(finishProviderSignIn(null, mine)).rejects.toMatchObject(failed)
  })

  it('opens an account for a group that has a place here, and for no other; never for an administrator', async () => {
    const unit = await makeUnit()
    use({
      ...provider.settings,
      OIDC_GROUPS: JSON.stringify({ 'xa-a': `commune:${unit.id}`, chiefs: 'admin' }),
    })
    const groups = (...names: string[]) => ({ sub: 'an-over-there', name: 'Nguyễn An', groups: names })
    for (const others of [[], ['nothing'], ['chiefs']]) {
      provider.people.set('an-over-there', groups(...others))
      await expect(enter()).rejects.toMatchObject(unknown)
    }
    provider.people.set('an-over-there', groups('nothing', 'xa-a'))
    const { sessionId } = await enter()
    expect(await findActor(sessionId)).toMatchObject({ name: 'Nguyễn An', role: 'commune', unitId: unit.id })
    await enter()
    expect(await database().prisma.user.count()).toBe(1)
  })

  it('leaves the password to administrators when the policy says so', async () => {
    const passwordHash = await hashPassword('con trâu đi trước')
    await makeUser({ role: 'viewer', login: 'an', passwordHash })
    const admin = await signedIn(await makeUser({ role: 'admin', login: 'chief', passwordHash }))
    const policy = { requiredFor: [], graceDays: 0, idleMinutes: 60, passwordFor: 'administrators' as const }
    await saveSignInPolicy(admin, policy)
    const given = { password: 'con trâu đi trước', address: '10.3.0.1' }
    await expect(signIn(null, { login: 'an', ...given })).rejects.toMatchObject({ code: 'password_closed' })
    expect(await signIn(null, { login: 'chief', ...given })).toHaveProperty('sessionId')
    use({})
    expect(await signIn(null, { login: 'an', ...given })).toHaveProperty('sessionId')
  })
})

describe('a provider that lies', () => {
  let provider: LyingProvider

  beforeAll(async () => {
    provider = await startLyingProvider('thuoc-do')
  })
  afterAll(() => provider.stop())
  beforeEach(async () => {
    use({
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: 'thuoc-do',
      OIDC_CLIENT_SECRET: `secret ${Math.random()}`,
    })
    provider.tell({ nonce: '' })
    const admin = await makeAdmin()
    const { id } = await makeUser({ role: 'viewer', login: 'an' })
    await expectExternalLogin(admin, { id, claim: 'sub', value: 's-1' })
  })

  /** Comes back with a code whose ID token says what is told. */
  async function enter(lies: Parameters<LyingProvider['tell']>[0] | object) {
    const { address: there, pending } = await startProviderSignIn(null, { origin })
    const asked = new URL(there).searchParams
    provider.tell({ nonce: asked.get('nonce')!, ...lies })
    const query = `?code=abc&state=${asked.get('state')}`
    return finishProviderSignIn(null, { pending, query, origin, address })
  }
  const now = () => Math.floor(Date.now() / 1000)

  it('is believed when it tells the truth, and asked for code, PKCE, state and nonce', async () => {
    const asked = new URL((await startProviderSignIn(null, { origin })).address).searchParams
    expect(Object.fromEntries(asked)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256' })
    expect(asked.get('state')).toMatch(/^.{43}$/)
    expect(await enter({})).toMatchObject({ login: 'an', goal: '/dashboard' })
  })

  it.each([
    ['another nonce', { nonce: 'of another sign-in' }],
    ['another issuer', { claims: { iss: 'https://evil.example' } }],
    ['another audience', { claims: { aud: 'another-client' } }],
    ['a time that is over', { claims: { exp: now() - 120 } }],
    ['a beginning that is still to come', { claims: { nbf: now() + 120 } }],
    ['a signature of somebody else', { isForged: true }],
    ['no subject', { claims: { sub: undefined } }],
  ])('is not believed with %s', async (_lie, lies) => {
    await expect(enter(lies)).rejects.toMatchObject(failed)
    expect(await database().prisma.externalLogin.count()).toBe(0)
  })

  it('is believed when its clock is some seconds off', async () => {
    expect(await enter({ claims: { iat: now() + 20, exp: now() - 20 } })).toMatchObject({ login: 'an' })
  })

  it('offers no sign-out, and none is made up for it', async () => {
    expect(await findProviderSignOut(null, { origin })).toBeNull()
  })

  it('is not asked at all when it publishes another name than the settings', async () => {
    provider.tell({ nonce: '', issuer: 'https://evil.example' })
    await expect(startProviderSignIn(null, { origin })).rejects.toMatchObject(failed)
    expect(env().OIDC_ISSUER).toBe(provider.issuer)
  })
})
