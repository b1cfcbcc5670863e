// An administrator signs somebody out: at one place, or everywhere.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { revokeSessions } from '#lib/db/sessions'
import { findUser } from '#lib/db/users'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({ id: z.string().max(60), session: z.string().max(60).optional() })

/** Returns how many ended. Throws notFound for an unknown person. */
export async function revokeUserSessions(actor: MaybeActor, input: z.input<typeof shape>): Promise<number> {
  const admin = allow(actor, 'users.manage')
  const { id, session } = requireShape(shape, input)
  const user = await findUser(id)
  if (!user) throw problems.notFound({ what: 'người dùng', id })
  const count = await revokeSessions(id, session ? { only: session } : {})
  const details = { count }
  await insertAuditEvent(admin, {
    action: 'revoke-user-sessions',
    unitId: user.unitId,
    subject: user.login,
    details,
  })
  return count
}
