// A person changes the own password. Asks for the old one, so that an unattended computer is not enough, and ends all
// other sessions.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { revokeSessions } from '#lib/db/sessions'
import { findUserSecret, updateUser } from '#lib/db/users'
import { takeAttempt } from '#lib/flows/take-attempt'
import { hashPassword, passwordFaults, verifyPassword } from '#lib/password'
import { type Fault, problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({ oldPassword: z.string(), newPassword: z.string(), repeatedPassword: z.string() })

/** Changes the password. Throws invalidInput with the fault of each field. */
export async function changeOwnPassword(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  if (!actor) throw problems.signInRequired({})
  const { oldPassword, newPassword, repeatedPassword } = requireShape(shape, input)
  const faults = passwordFaults(newPassword, actor.login, 'newPassword')
  if (newPassword !== repeatedPassword) faults.push(notTheSame)
  if (faults.length > 0) throw problems.invalidInput({ faults })
  const attempt = await takeAttempt(actor, { subject: `own ${actor.login}`, address: actor.sessionId })
  const user = await findUserSecret(actor.login)
  if (!(await verifyPassword(user?.passwordHash, oldPassword)))
    throw problems.invalidInput({ faults: [wrongPassword] })
  await attempt.forgive()
  await updateUser(actor.userId, { passwordHash: await hashPassword(newPassword) })
  await revokeSessions(actor.userId, { except: actor.sessionId })
  await insertAuditEvent(actor, { action: 'change-own-password', subject: actor.login })
}

const notTheSame: Fault = {
  question: 'repeatedPassword',
  code: 'not_the_same',
  vi: 'Hai lần nhập mật khẩu mới không giống nhau.',
  en: 'The new password was not repeated exactly.',
}

const wrongPassword: Fault = {
  question: 'oldPassword',
  code: 'wrong_password',
  vi: 'Mật khẩu hiện tại không đúng.',
  en: 'The current password is not right.',
}
