// An account for one invited person, who then finds all invitations in one place instead of in letters. Only the log-in
// stands in the account: the name stays sealed with the contact.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { findContact } from '#lib/db/contacts'
import { insertUser } from '#lib/db/users'
import type { FreshPassword } from '#lib/flows/create-user'
import { makePassword } from '#lib/make-password'
import { hashPassword } from '#lib/password'
import { problems } from '#lib/problem'
import { loginShape, requireShape } from '#lib/user-input'

const shape = z.object({ contactId: z.uuid(), login: loginShape })

/**
 * Returns the password, to be handed over in person. Throws notFound for somebody who is not (any more) in a list, and
 * alreadyExists for a taken log-in or a person who has an account.
 */
export async function createDelegateAccount(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<FreshPassword> {
  const officer = allow(actor, 'delegates.invite')
  const { contactId, login } = requireShape(shape, input)
  const contact = await findContact(contactId)
  if (!contact || contact.erasedAt) throw problems.notFound({ what: 'người liên hệ', id: contactId })
  const password = makePassword()
  const passwordHash = await hashPassword(password)
  const id = await insertUser({ login, name: login, role: 'delegate', unitId: null, passwordHash, contactId })
  if (!id) throw problems.alreadyExists({ what: 'tên đăng nhập hoặc tài khoản của người này', id: login })
  await insertAuditEvent(officer, {
    action: 'create-delegate-account',
    unitId: contact.unitId,
    subject: login,
    details: {},
  })
  return { login, password }
}
