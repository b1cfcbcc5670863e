// A signed-in person shows a secret again, before what protects the account is changed: the password (with a code of the app
// where there is one), or a passkey. The session goes on under a new id, so that a copied cookie is worth nothing.
import { z } from 'zod'
import type { Actor, MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { listPasskeys } from '#lib/db/passkeys'
import { findAuthenticator } from '#lib/db/second-factors'
import { renewSession } from '#lib/db/sessions'
import { findUserSecret } from '#lib/db/users'
import { checkPasskey, passkeyAnswer } from '#lib/flows/check-passkey'
import { passkeyUse } from '#lib/flows/start-passkey-check'
import { takeAttempt } from '#lib/flows/take-attempt'
import { takeCode } from '#lib/flows/take-code'
import { verifyPassword } from '#lib/password'
import { type Fault, problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  password: z.string().default(''),
  code: z.string().max(40).default(''),
  answer: passkeyAnswer.default(''),
  origin: z.url(),
})

/** The new id of the session. Throws signInRequired, invalidInput, passkeyRefused, tooManyRequests. */
export async function confirmIdentity(actor: MaybeActor, input: z.input<typeof shape>): Promise<string> {
  if (!actor) throw problems.signInRequired({})
  const { password, code, answer, origin } = requireShape(shape, input)
  if (answer) await confirmWithPasskey(actor, { answer, origin })
  else await confirmWithPassword(actor, { password, code })
  const sessionId = await renewSession(actor.sessionId)
  if (!sessionId) throw problems.signInRequired({})
  await insertAuditEvent(actor, { action: 'confirm-identity', subject: actor.login })
  return sessionId
}

async function confirmWithPasskey(actor: Actor, { answer, origin }: { answer: string; origin: string }) {
  const use = passkeyUse.confirm(actor.sessionId)
  const passkey = await checkPasskey({ answer, origin, use, isVerified: true })
  if (passkey.userId !== actor.userId) throw problems.passkeyRefused({})
}

/** Counted by session: whoever sits in one cannot make the person wait elsewhere. */
async function confirmWithPassword(actor: Actor, { password, code }: { password: string; code: string }) {
  const attempt = await takeAttempt(actor, { subject: `confirm ${actor.login}`, address: actor.sessionId })
  const [user, app, passkeys] = await Promise.all([
    findUserSecret(actor.login),
    findAuthenticator(actor.userId),
    listPasskeys(actor.userId),
  ])
  if (!(await verifyPassword(user?.passwordHash, password)))
    throw problems.invalidInput({ faults: [wrongPassword] })
  const needsCode = app?.confirmedAt != null || passkeys.length > 0
  if (needsCode && !(await takeCode(actor.userId, code))) throw problems.invalidInput({ faults: [wrongCode] })
  await attempt.forgive()
}

const wrongPassword: Fault = {
  question: 'password',
  code: 'wrong_password',
  vi: 'Mật khẩu không đúng.',
  en: 'The password is not right.',
}

const wrongCode: Fault = {
  question: 'code',
  code: 'wrong_code',
  vi: 'Mã không đúng hoặc đã dùng. Hãy đợi ứng dụng hiện mã mới.',
  en: 'The code is wrong or was used. Wait for the app to show a new one.',
}
