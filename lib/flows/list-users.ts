// The accounts, for the page of the administrator. Who has an account is personal data: looking leaves a line.
import { allow, type MaybeActor } from '#lib/access'
import { insertReadEvent } from '#lib/db/audit'
import { listUsers as listUserRows, type UserLine } from '#lib/db/users'

/** Everybody who can sign in or once could. */
export async function listUsers(actor: MaybeActor): Promise<UserLine[]> {
  const admin = allow(actor, 'users.manage')
  await insertReadEvent(admin, { action: 'list-users' })
  return listUserRows()
}
