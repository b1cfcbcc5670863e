// A person signs in with log-in and password and gets a session. Unknown log-in, wrong password and disabled account
// look the same from outside and take the same time. Sample accounts, whose passwords are public, work only from this
// machine unless the operator says otherwise.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { insertSession } from '#lib/db/sessions'
import { findUserSecret, type UserSecret } from '#lib/db/users'
import { env } from '#lib/env'
import { verifyPassword } from '#lib/password'
import { problems } from '#lib/problem'
import { areSampleLoginsAllowed } from '#lib/sample-logins'
import { SignInThrottle } from '#lib/sign-in-throttle'

/** A working day: a session left open on an office computer ends overnight. */
export const sessionSeconds = 12 * 60 * 60

export const signInInput = z.object({
  login: z.string().trim().toLowerCase().max(64),
  password: z.string(),
  /** The address of the connection as our own server saw it. */
  address: z.string(),
  /** The browser's own description. */
  agent: z.string().default(''),
})

const throttle = new SignInThrottle()

/** Signs in and returns the id of the new session. Throws wrongCredentials or tooManyRequests. */
export async function signIn(_nobody: MaybeActor, input: z.input<typeof signInInput>): Promise<string> {
  const parsed = signInInput.safeParse(input)
  if (!parsed.success) throw problems.wrongCredentials({})
  const { login, password, address, agent } = parsed.data
  await throttle.check(login, address)
  const user = await findUserSecret(login)
  const isRight = await verifyPassword(user?.passwordHash, password)
  if (!user || !isRight || !mayEnter(user, address)) {
    await throttle.fail(login, address)
    throw problems.wrongCredentials({})
  }
  await throttle.succeed(login, address)
  const sessionId = await insertSession(
    user.id,
    deviceName(agent),
    new Date(Date.now() + sessionSeconds * 1000),
  )
  await insertAuditEvent({ userId: user.id }, { action: 'sign-in', subject: user.login })
  return sessionId
}

function mayEnter(user: UserSecret, address: string): boolean {
  if (user.disabledAt) return false
  return !user.isSample || areSampleLoginsAllowed(address, env())
}

/** "Firefox, Windows" from a browser's user-agent line: enough for its owner to recognise, too little to track. */
export function deviceName(agent: string): string {
  const browser = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'].find((name) => agent.includes(name))
  const system = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS', 'Linux'].find((name) =>
    agent.includes(name),
  )
  const browserName = browser === 'Edg' ? 'Edge' : browser === 'OPR' ? 'Opera' : browser
  return [browserName, system].filter(Boolean).join(', ')
}
