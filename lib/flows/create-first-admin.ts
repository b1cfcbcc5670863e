// The first administrator of an installation. Open to whoever can read the server's log (the set-up code is printed
// there at start), and only while no real administrator exists; there is no default password to forget.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { findSiteStatus } from '#lib/db/site-status'
import { insertUser } from '#lib/db/users'
import { env } from '#lib/env'
import { takeAttempt } from '#lib/flows/take-attempt'
import { hashPassword, passwordFaults } from '#lib/password'
import { type Fault, problems } from '#lib/problem'
import { isSetupCode } from '#lib/setup-code'
import { loginShape, nameShape, requireShape } from '#lib/user-input'

const shape = z.object({
  code: z.string().max(100),
  login: loginShape,
  name: nameShape,
  password: z.string(),
})

export type FirstAdminInput = z.input<typeof shape> & { address: string }

/** Creates the administrator and returns the log-in. Throws notAllowed once there is one. */
export async function createFirstAdmin(nobody: MaybeActor, input: FirstAdminInput): Promise<string> {
  const { needsFirstAdmin } = await findSiteStatus()
  if (!needsFirstAdmin) throw problems.notAllowed({ action: 'create-first-admin' })
  const { code, login, name, password } = requireShape(shape, input)
  const attempt = await takeAttempt(nobody, { subject: 'set-up', address: input.address })
  if (!isSetupCode(code, requireSecret())) throw problems.invalidInput({ faults: [wrongCode] })
  await attempt.forgive()
  const faults = passwordFaults(password, login)
  if (faults.length > 0) throw problems.invalidInput({ faults })
  const passwordHash = await hashPassword(password)
  const id = await insertUser({ login, name, role: 'admin', unitId: null, passwordHash })
  if (!id) throw problems.alreadyExists({ what: 'tên đăng nhập', id: login })
  await insertAuditEvent({ userId: id }, { action: 'create-first-admin', subject: login })
  return login
}

const wrongCode: Fault = {
  question: 'code',
  code: 'wrong_code',
  vi: 'Mã thiết lập không đúng. Mã được in ra khi máy chủ khởi động.',
  en: 'The set-up code is not right. The server prints it when it starts.',
}

function requireSecret(): string {
  const secret = env().AUTH_SECRET
  if (!secret) throw new Error('AUTH_SECRET is not set: the start command makes one')
  return secret
}
