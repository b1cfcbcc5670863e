// The lines of the access table about signing in and what protects an account. Everybody may try; what is tried here is wrong on
// purpose where only the right secret would do.
import { randomUUID } from 'node:crypto'
import type { MaybeActor } from '#lib/access'
import { insertPasskey } from '#lib/db/passkeys'
import { addPasskey } from '#lib/flows/add-passkey'
import { confirmAuthenticator } from '#lib/flows/confirm-authenticator'
import { confirmIdentity } from '#lib/flows/confirm-identity'
import { expectExternalLogin } from '#lib/flows/expect-external-login'
import { findProviderSignOut } from '#lib/flows/find-provider-sign-out'
import { findSignInStep } from '#lib/flows/find-sign-in-step'
import { finishProviderSignIn } from '#lib/flows/finish-provider-sign-in'
import { finishSignIn } from '#lib/flows/finish-sign-in'
import { loadOwnProtection } from '#lib/flows/load-own-protection'
import { loadSignInPolicy } from '#lib/flows/load-sign-in-policy'
import { loadUser } from '#lib/flows/load-user'
import { makeRecoveryCodes } from '#lib/flows/make-recovery-codes'
import { removeAuthenticator } from '#lib/flows/remove-authenticator'
import { removePasskey } from '#lib/flows/remove-passkey'
import { resetSecondFactor } from '#lib/flows/reset-second-factor'
import { revokeUserSessions } from '#lib/flows/revoke-user-sessions'
import { saveSignInPolicy } from '#lib/flows/save-sign-in-policy'
import { signInWithPasskey } from '#lib/flows/sign-in-with-passkey'
import { startAuthenticator } from '#lib/flows/start-authenticator'
import { startPasskey } from '#lib/flows/start-passkey'
import { startPasskeyCheck } from '#lib/flows/start-passkey-check'
import { startProviderSignIn } from '#lib/flows/start-provider-sign-in'
import { unlinkExternalLogin } from '#lib/flows/unlink-external-login'
import { samplePassword } from '#lib/sample-logins'
import { openPolicy } from '#lib/sign-in-policy'
import { codeAt } from '#lib/totp'
import { admins, everybody, type Line, withDelegates } from './access-line'

const origin = 'http://localhost:3000'
const address = '127.0.0.1'

/** Swallows the refusal of a wrong secret, which anybody may get. */
const unless =
  (...codes: string[]) =>
  (problem: { code?: string }) => {
    if (!codes.includes(problem.code ?? '')) throw problem
  }

async function givePasskey(actor: MaybeActor) {
  const key = { id: randomUUID(), name: 'khóa', publicKey: new Uint8Array(8), counter: 0n, transports: [] }
  if (actor) await insertPasskey({ ...key, userId: actor.userId })
}

export const accessOfSignIn: Record<string, Line> = {
  'find-sign-in-step': { may: everybody, run: (actor) => findSignInStep(actor, { stepId: randomUUID() }) },
  'finish-sign-in': {
    may: everybody,
    run: (actor) =>
      finishSignIn(actor, { stepId: randomUUID(), code: '123456', address }).catch(unless('step_expired')),
  },
  'start-passkey-check': {
    may: everybody,
    run: (actor) => startPasskeyCheck(actor, { origin, purpose: 'sign-in' }),
  },
  'sign-in-with-passkey': {
    may: everybody,
    run: (actor) =>
      signInWithPasskey(actor, { answer: '{}', origin, address }).catch(unless('passkey_refused')),
  },
  'confirm-identity': {
    may: withDelegates,
    run: (actor) => confirmIdentity(actor, { password: samplePassword, origin }),
  },
  'load-own-protection': { may: withDelegates, run: (actor) => loadOwnProtection(actor) },
  'start-authenticator': { may: withDelegates, run: (actor) => startAuthenticator(actor) },
  'confirm-authenticator': {
    may: withDelegates,
    run: async (actor) => {
      const { secret } = await startAuthenticator(actor)
      return confirmAuthenticator(actor, { code: codeAt(secret, Date.now()) })
    },
  },
  'remove-authenticator': { may: withDelegates, run: (actor) => removeAuthenticator(actor) },
  'make-recovery-codes': {
    may: withDelegates,
    run: async (actor) => {
      await givePasskey(actor)
      return makeRecoveryCodes(actor)
    },
  },
  'start-passkey': { may: withDelegates, run: (actor) => startPasskey(actor, { origin }) },
  'add-passkey': {
    may: withDelegates,
    run: (actor) =>
      addPasskey(actor, { origin, name: 'khóa', answer: '{}' }).catch(unless('passkey_refused')),
  },
  'start-provider-sign-in': {
    may: everybody,
    run: (actor) => startProviderSignIn(actor, { origin }).catch(unless('not_found')),
  },
  'finish-provider-sign-in': {
    may: everybody,
    run: (actor) =>
      finishProviderSignIn(actor, { origin, address, query: '?code=x', pending: 'x' }).catch(
        unless('provider_failed'),
      ),
  },
  'find-provider-sign-out': {
    may: everybody,
    run: (actor) => findProviderSignOut(actor, { origin }).catch(unless('not_found')),
  },
  'load-user': {
    may: admins,
    sensitiveRead: admins,
    run: (actor, { users }) => loadUser(actor, { id: users.viewer.id }),
  },
  'revoke-user-sessions': {
    may: admins,
    run: (actor, { users }) => revokeUserSessions(actor, { id: users.viewer.id }),
  },
  'reset-second-factor': {
    may: admins,
    run: (actor, { users }) => resetSecondFactor(actor, { id: users.viewer.id }),
  },
  'expect-external-login': {
    may: admins,
    run: (actor, { users }) =>
      expectExternalLogin(actor, { id: users.viewer.id, claim: 'email', value: 'an@example.org' }),
  },
  'unlink-external-login': {
    may: admins,
    run: (actor, { users }) => unlinkExternalLogin(actor, { id: users.viewer.id }),
  },
  'load-sign-in-policy': { may: admins, run: (actor) => loadSignInPolicy(actor) },
  'save-sign-in-policy': { may: admins, run: (actor) => saveSignInPolicy(actor, openPolicy) },
  'remove-passkey': { may: withDelegates, run: (actor) => removePasskey(actor, { id: 'none' }) },
}

/** Files of lib/flows that decide nothing by themselves, and why. */
export const signInSteps: Record<string, string> = {
  'audit-filter': 'the words of the flows on the audit log',
  'take-attempt': 'counts attempts for the flows that look at a secret',
  'take-code': 'a step of finish-sign-in and confirm-identity',
  'open-session': 'the last step of every way to sign in',
  'recall-sign-in-policy': 'what sign-ins are held to',
  'require-recent-proof': 'a step of the flows that change what protects an account',
  'provider-client': 'our side of the single sign-on',
  'create-user-of-group': 'a step of finish-provider-sign-in',
  'check-passkey': 'a step of the flows that take a passkey',
}
