// A person signs in with log-in and password and gets a session, or, with a second factor, half a sign-in. Unknown log-in,
// wrong password and disabled account look the same from outside and take the same time. Sample accounts, whose passwords
// are public, work only from this machine unless the operator says otherwise.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { hasSecondFactor } from '#lib/db/second-factors'
import { insertSignInStep } from '#lib/db/sign-in-steps'
import { findUserSecret, type UserSecret } from '#lib/db/users'
import { env } from '#lib/env'
import { openSession } from '#lib/flows/open-session'
import { recallSignInPolicy } from '#lib/flows/recall-sign-in-policy'
import { takeAttempt } from '#lib/flows/take-attempt'
import { readKnownDevice } from '#lib/known-device'
import { verifyPassword } from '#lib/password'
import { problems } from '#lib/problem'
import { hasProvider } from '#lib/provider-settings'
import { areSampleLoginsAllowed } from '#lib/sample-logins'

const shape = z.object({
  login: z.string().trim().toLowerCase().max(64),
  password: z.string(),
  /** The address of the connection as our own server saw it. */
  address: z.string(),
  /** The browser's own description. */
  agent: z.string().default(''),
  /** The browser's proof that this person has signed in there before. */
  knownDevice: z.string().default(''),
})

export type SignedIn = { sessionId: string; login: string }
/** `stepId`: the password was right, and a second factor is asked for. */
export type SignInOutcome = SignedIn | { stepId: string }

/** Throws wrongCredentials, passwordClosed or tooManyRequests. */
export async function signIn(nobody: MaybeActor, input: z.input<typeof shape>): Promise<SignInOutcome> {
  const parsed = shape.safeParse(input)
  if (!parsed.success) throw problems.wrongCredentials({})
  const { login, password, address, agent } = parsed.data
  const knownDevice = readKnownDevice(login, parsed.data.knownDevice)
  const attempt = await takeAttempt(nobody, { subject: login, address, knownDevice })
  const user = await findUserSecret(login)
  const isRight = await verifyPassword(user?.passwordHash, password)
  if (!user || !isRight || !mayEnter(user, address)) throw problems.wrongCredentials({})
  await attempt.forgive()
  await requireOpenToPasswords(user)
  if (await hasSecondFactor(user.id)) return { stepId: await insertSignInStep(user.id) }
  return { sessionId: await openSession({ user, agent, means: 'password' }), login }
}

/** Throws passwordClosed for people who are to come through single sign-on; an administrator always gets in. */
async function requireOpenToPasswords({ role }: UserSecret): Promise<void> {
  if (role === 'admin' || !hasProvider()) return
  if ((await recallSignInPolicy()).passwordFor === 'administrators') throw problems.passwordClosed({})
}

/** Whether an account may be used at all, from this address. */
export function mayEnter(user: Pick<UserSecret, 'disabledAt' | 'isSample'>, address: string): boolean {
  if (user.disabledAt) return false
  return !user.isSample || areSampleLoginsAllowed(address, env())
}
