// An administrator changes somebody's name, role or unit, or closes and reopens the account. Nobody changes the own
// role or closes the own account, so there is always an administrator left.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { revokeSessions } from '#lib/db/sessions'
import { findUser, updateUser } from '#lib/db/users'
import { requireUnitOfRole } from '#lib/flows/create-user'
import { requireRecentProof } from '#lib/flows/require-recent-proof'
import { type Fault, problems } from '#lib/problem'
import { nameShape, requireShape, roleShape } from '#lib/user-input'

const shape = z.object({
  id: z.string(),
  name: nameShape,
  role: roleShape,
  unitId: z.string().default(''),
  isDisabled: z.boolean(),
})

export type ChangeUserInput = z.input<typeof shape>

/** Saves the change. A closed account and a changed role end the person's sessions; both throw confirmationRequired. */
export async function changeUser(actor: MaybeActor, input: ChangeUserInput): Promise<void> {
  const admin = allow(actor, 'users.manage')
  const { id, name, role, unitId, isDisabled } = requireShape(shape, input)
  const before = await findUser(id)
  if (!before) throw problems.notFound({ what: 'người dùng', id })
  const isChanged = role !== before.role || isDisabled !== (before.disabledAt !== null)
  if (isChanged && id === admin.userId) throw problems.invalidInput({ faults: [ownAccount] })
  if (role !== before.role && [role, before.role].includes('delegate'))
    throw problems.invalidInput({ faults: [otherKind] })
  const unit = await requireUnitOfRole(role, unitId)
  if (isChanged) await requireRecentProof(admin)
  const disabledAt = isDisabled ? (before.disabledAt ?? new Date()) : null
  await updateUser(id, { name, role, unitId: unit, disabledAt })
  if (isChanged) await revokeSessions(id)
  const details = { role, isDisabled, before: { role: before.role, unitId: before.unitId } }
  await insertAuditEvent(admin, { action: 'change-user', unitId: unit, subject: before.login, details })
}

const ownAccount: Fault = {
  question: 'role',
  code: 'own_account',
  vi: 'Bạn không tự đổi vai trò hoặc khóa tài khoản của chính mình; hãy nhờ quản trị viên khác.',
  en: 'You cannot change your own role or close your own account; ask another administrator.',
}

/** A delegate's account hangs on the person who is invited, and nobody who works with answers may become one. */
const otherKind: Fault = {
  question: 'role',
  code: 'other_kind',
  vi: 'Tài khoản đại biểu không chuyển thành tài khoản cán bộ, và ngược lại. Hãy mở tài khoản mới.',
  en: 'An account of a delegate does not become one of the staff, nor the other way round. Open a new account.',
}
