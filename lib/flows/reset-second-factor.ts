// An administrator takes the second factor off somebody who has lost phone, passkeys and recovery codes. The sessions of the
// person end, and the administrator has to show a secret first: a stolen session must not open everybody's door.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { deleteSecondFactors } from '#lib/db/second-factors'
import { revokeSessions } from '#lib/db/sessions'
import { findUser } from '#lib/db/users'
import { requireRecentProof } from '#lib/flows/require-recent-proof'
import { type Fault, problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({ id: z.string().max(60) })

/** Throws notFound, confirmationRequired, and invalidInput for the own account. */
export async function resetSecondFactor(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const admin = allow(actor, 'users.manage')
  const { id } = requireShape(shape, input)
  if (id === admin.userId) throw problems.invalidInput({ faults: [ownAccount] })
  const user = await findUser(id)
  if (!user) throw problems.notFound({ what: 'người dùng', id })
  await requireRecentProof(admin)
  await deleteSecondFactors(id)
  await revokeSessions(id)
  await insertAuditEvent(admin, { action: 'reset-second-factor', unitId: user.unitId, subject: user.login })
}

const ownAccount: Fault = {
  question: 'id',
  code: 'own_account',
  vi: 'Lớp bảo vệ của chính bạn thì gỡ ở trang “Tài khoản của tôi”.',
  en: 'What protects your own account is changed on the page “My account”.',
}
