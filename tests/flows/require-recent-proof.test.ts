// Every change that opens a door, or takes the lock off one, asks an administrator for a secret that was shown minutes ago. One
// table: a flow that forgets to ask fails here, and so does one that asks although the secret is fresh.
import { describe, expect, it } from 'vitest'
import type { Actor } from '#lib/access'
import { database } from '#lib/db/client'
import type { User } from '#lib/db/generated/client'
import { changeUser } from '#lib/flows/change-user'
import { createUser } from '#lib/flows/create-user'
import { expectExternalLogin } from '#lib/flows/expect-external-login'
import { makeRecoveryCodes } from '#lib/flows/make-recovery-codes'
import { removeAuthenticator } from '#lib/flows/remove-authenticator'
import { removePasskey } from '#lib/flows/remove-passkey'
import { resetPassword } from '#lib/flows/reset-password'
import { resetSecondFactor } from '#lib/flows/reset-second-factor'
import { saveSmtp, saveWebhook } from '#lib/flows/save-mail-settings'
import { saveSignInPolicy } from '#lib/flows/save-sign-in-policy'
import { startAuthenticator } from '#lib/flows/start-authenticator'
import { startPasskey } from '#lib/flows/start-passkey'
import { unlinkExternalLogin } from '#lib/flows/unlink-external-login'
import { signedIn } from '../support/access-scene'
import { makeUser } from '../support/make'
import { settleKeys } from '../support/make-ballot-wave'

type Change = (admin: Actor, other: User) => Promise<unknown>

const policy = { requiredFor: [], graceDays: '7', idleMinutes: '60', passwordFor: 'everybody' } as const
const smtp = {
  host: 'mail.example.vn',
  port: 465,
  security: 'tls',
  user: '',
  from: 'A <a@example.vn>',
} as const
const changed = (other: User) => ({ id: other.id, name: 'An', role: 'viewer', isDisabled: false }) as const

const changes: Record<string, Change> = {
  'opens an account of an administrator': (admin) =>
    createUser(admin, { login: 'moi', name: 'Mới', role: 'admin' }),
  'opens any other account': (admin) => createUser(admin, { login: 'moi', name: 'Mới', role: 'viewer' }),
  'makes somebody an administrator': (admin, other) =>
    changeUser(admin, { ...changed(other), role: 'admin' }),
  'closes an account': (admin, other) => changeUser(admin, { ...changed(other), isDisabled: true }),
  'gives somebody a new password': (admin, { id }) => resetPassword(admin, { id }),
  'takes somebody’s second factor off': (admin, { id }) => resetSecondFactor(admin, { id }),
  'changes the rules of signing in': (admin) => saveSignInPolicy(admin, policy as never),
  'expects somebody from the single sign-on': (admin, { id }) =>
    expectExternalLogin(admin, { id, claim: 'email', value: 'an@example.vn' }),
  'unlinks somebody from the single sign-on': (admin, { id }) => unlinkExternalLogin(admin, { id }),
  'names the mail server that gets every code': (admin) => saveSmtp(admin, smtp as never),
  'takes the mail server away': (admin) => saveSmtp(admin, null),
  'names the gateway for telephones': (admin) =>
    saveWebhook(admin, { url: 'https://gateway.example.vn/send', secret: 'x'.repeat(40) }),
  'sets an authenticator up': (admin) => startAuthenticator(admin),
  'takes the own authenticator off': (admin) => removeAuthenticator(admin),
  'adds a passkey': (admin) => startPasskey(admin, { origin: 'https://thuocdo.example.vn' }),
  'takes a passkey off': (admin) => removePasskey(admin, { id: 'none' }),
  'makes new recovery codes': (admin) => makeRecoveryCodes(admin),
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    ({ code }: { code?: string }) => code,
  )

describe.each(Object.entries(changes))('what %s', (_name, change) => {
  it('asks for a secret that was shown in the last ten minutes, and for nothing when it was', async () => {
    settleKeys()
    const admin = await signedIn(await makeUser({ role: 'admin', login: 'chief' }))
    const other = await makeUser({ role: 'viewer', login: 'an' })
    const setProof = (confirmedAt: Date | null) =>
      database().prisma.session.update({ where: { id: admin.sessionId }, data: { confirmedAt } })
    for (const at of [null, new Date(Date.now() - 11 * 60_000)]) {
      await setProof(at)
      expect(await codeOf(change(admin, other))).toBe('confirmation_required')
    }
    const untouched = await database().prisma.user.findUniqueOrThrow({ where: { id: other.id } })
    expect(untouched).toEqual(other)
    await setProof(new Date())
    expect(await codeOf(change(admin, other))).not.toBe('confirmation_required')
  })
})

it('a name alone can be corrected without it', async () => {
  const admin = await signedIn(await makeUser({ role: 'admin', login: 'chief' }))
  const other = await makeUser({ role: 'viewer', login: 'an' })
  await database().prisma.session.update({ where: { id: admin.sessionId }, data: { confirmedAt: null } })
  expect(await codeOf(changeUser(admin, changed(other)))).toBe('done')
})
