// An administrator gives somebody a new password, made here and shown once. All sessions of the person end, and the
// administrator has to show a secret first: a stolen session must not open everybody's door.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { revokeSessions } from '#lib/db/sessions'
import { findUser, updateUser } from '#lib/db/users'
import type { FreshPassword } from '#lib/flows/create-user'
import { requireRecentProof } from '#lib/flows/require-recent-proof'
import { makePassword } from '#lib/make-password'
import { hashPassword } from '#lib/password'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({ id: z.string() })

/** Returns the new password, to be handed over in person. Throws notFound, confirmationRequired. */
export async function resetPassword(actor: MaybeActor, input: z.input<typeof shape>): Promise<FreshPassword> {
  const admin = allow(actor, 'users.manage')
  const { id } = requireShape(shape, input)
  const user = await findUser(id)
  if (!user) throw problems.notFound({ what: 'người dùng', id })
  await requireRecentProof(admin)
  const password = makePassword()
  await updateUser(id, { passwordHash: await hashPassword(password) })
  await revokeSessions(id)
  await insertAuditEvent(admin, { action: 'reset-password', unitId: user.unitId, subject: user.login })
  return { login: user.login, password }
}
