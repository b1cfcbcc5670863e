// An administrator says by which e-mail address, log-in or subject the single sign-on will name somebody. The first account that
// comes with it is linked; nothing is ever linked because two e-mail addresses happen to be the same.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { saveInvitation } from '#lib/db/external-logins'
import { findUser } from '#lib/db/users'
import { requireRecentProof } from '#lib/flows/require-recent-proof'
import { problems } from '#lib/problem'
import { requireShape, says } from '#lib/user-input'

const daysGood = 30
const shape = z.object({
  id: z.string().max(60),
  claim: z.enum(['email', 'preferred_username', 'sub']),
  value: z
    .string()
    .trim()
    .min(
      1,
      says(
        'Hãy nhập thư điện tử hoặc tên bên cổng đăng nhập chung.',
        'Enter the address or name over there.',
      ),
    )
    .max(200, says('Dài tối đa 200 ký tự.', 'At most 200 characters.')),
})

/** Good for thirty days. Throws notFound, confirmationRequired, alreadyExists when somebody else is expected by it. */
export async function expectExternalLogin(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const admin = allow(actor, 'users.manage')
  await requireRecentProof(admin)
  const { id, claim, value } = requireShape(shape, input)
  const user = await findUser(id)
  if (!user) throw problems.notFound({ what: 'người dùng', id })
  const expiresAt = new Date(Date.now() + daysGood * 24 * 60 * 60 * 1000)
  const plain = claim === 'sub' ? value : value.toLowerCase()
  if (!(await saveInvitation(id, { claim, value: plain, expiresAt })))
    throw problems.alreadyExists({ what: 'lời mời cho', id: value })
  const details = { claim }
  await insertAuditEvent(admin, {
    action: 'expect-external-login',
    unitId: user.unitId,
    subject: user.login,
    details,
  })
}
