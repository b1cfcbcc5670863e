// An administrator cuts somebody off the single sign-on: links, what is expected, and the sessions that came that way.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { deleteExternalLogins } from '#lib/db/external-logins'
import { revokeSessions } from '#lib/db/sessions'
import { findUser } from '#lib/db/users'
import { requireRecentProof } from '#lib/flows/require-recent-proof'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({ id: z.string().max(60) })

/** Throws notFound, confirmationRequired. */
export async function unlinkExternalLogin(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const admin = allow(actor, 'users.manage')
  await requireRecentProof(admin)
  const { id } = requireShape(shape, input)
  const user = await findUser(id)
  if (!user) throw problems.notFound({ what: 'người dùng', id })
  const count = await deleteExternalLogins(id)
  await revokeSessions(id)
  const details = { count }
  await insertAuditEvent(admin, {
    action: 'unlink-external-login',
    unitId: user.unitId,
    subject: user.login,
    details,
  })
}
