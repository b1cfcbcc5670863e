// Opens an account for somebody whose group at the single sign-on has a place here (OIDC_GROUPS). Nobody is matched with an
// account that exists; the account has a password that nobody knows.
import { createHash } from 'node:crypto'
import { insertAuditEvent } from '#lib/db/audit'
import { insertExternalLogin } from '#lib/db/external-logins'
import { findUnit } from '#lib/db/units'
import { insertUser } from '#lib/db/users'
import { makePassword } from '#lib/make-password'
import { hashPassword } from '#lib/password'
import { placeOfGroups } from '#lib/provider-settings'

type Account = { issuer: string; subject: string }
type Claims = { name?: unknown; groups: string[] }

/** The id of the new person, or null when no group of theirs has a place here. */
export async function createUserOfGroup(account: Account, { name, groups }: Claims): Promise<string | null> {
  const place = placeOfGroups(groups)
  if (!place) return null
  const unit = place.unitId ? await findUnit(place.unitId) : null
  if (place.role === 'commune' && !unit) return null
  const number = createHash('sha256').update(JSON.stringify(account)).digest('hex').slice(0, 12)
  const id = await insertUser({
    login: `sso-${number}`,
    name: typeof name === 'string' && name.trim() ? name.trim().slice(0, 100) : `sso-${number}`,
    role: place.role,
    unitId: place.role === 'commune' ? (unit?.id ?? null) : null,
    passwordHash: await hashPassword(makePassword()),
  })
  if (!id) return null
  await insertExternalLogin({ ...account, userId: id })
  const details = { role: place.role }
  await insertAuditEvent(
    { userId: id },
    { action: 'create-user-by-provider', subject: `sso-${number}`, details },
  )
  return id
}
