// The accounts, for the page of the administrator.
import { allow, type MaybeActor } from '#lib/access'
import { listUsers as listUserRows, type UserLine } from '#lib/db/users'

/** Everybody who can sign in or once could. */
export async function listUsers(actor: MaybeActor): Promise<UserLine[]> {
  allow(actor, 'users.manage')
  return listUserRows()
}
