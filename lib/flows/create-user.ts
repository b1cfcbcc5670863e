// An administrator opens an account. The password is made here and shown once; only its hash is kept. A secret has to be shown
// first: a stolen session must not make itself a door of its own.
import { z } from 'zod'
import { allow, type MaybeActor, type Role } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { findUnit } from '#lib/db/units'
import { insertUser } from '#lib/db/users'
import { requireRecentProof } from '#lib/flows/require-recent-proof'
import { makePassword } from '#lib/make-password'
import { hashPassword } from '#lib/password'
import { type Fault, problems } from '#lib/problem'
import { loginShape, nameShape, requireShape, staffRoleShape } from '#lib/user-input'

const shape = z.object({
  login: loginShape,
  name: nameShape,
  role: staffRoleShape,
  unitId: z.string().default(''),
})

export type CreateUserInput = z.input<typeof shape>
export type FreshPassword = { login: string; password: string }

/** Creates the account and returns its password, to be handed over in person. Throws confirmationRequired, and alreadyExists for a taken log-in. */
export async function createUser(actor: MaybeActor, input: CreateUserInput): Promise<FreshPassword> {
  const admin = allow(actor, 'users.manage')
  const { login, name, role, unitId } = requireShape(shape, input)
  const unit = await requireUnitOfRole(role, unitId)
  await requireRecentProof(admin)
  const password = makePassword()
  const id = await insertUser({ login, name, role, unitId: unit, passwordHash: await hashPassword(password) })
  if (!id) throw problems.alreadyExists({ what: 'tên đăng nhập', id: login })
  await insertAuditEvent(admin, { action: 'create-user', unitId: unit, subject: login, details: { role } })
  return { login, password }
}

/** The unit to store for a role: a commune officer works for one unit, everybody else for all of them (null). */
export async function requireUnitOfRole(role: Role, unitId: string): Promise<string | null> {
  if (role !== 'commune') return null
  const unit = unitId ? await findUnit(unitId) : null
  if (!unit) throw problems.invalidInput({ faults: [missing] })
  return unit.id
}

const missing: Fault = {
  question: 'unitId',
  code: 'unit_required',
  vi: 'Cán bộ xã cần thuộc một đơn vị. Hãy chọn đơn vị.',
  en: 'A commune officer needs a unit. Choose one.',
}
