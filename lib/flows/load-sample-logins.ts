// The sample accounts that the sign-in page offers, and only where they work: on the machine itself.
import type { MaybeActor, Role } from '#lib/access'
import { listUsers } from '#lib/db/users'
import { env } from '#lib/env'
import { areSampleLoginsAllowed } from '#lib/sample-logins'

export type SampleLogin = { login: string; name: string; role: Role }

/** The usable sample accounts, none when they may not be used from this address. */
export async function loadSampleLogins(
  _anybody: MaybeActor,
  input: { address: string },
): Promise<SampleLogin[]> {
  if (!areSampleLoginsAllowed(input.address, env())) return []
  const users = await listUsers()
  return users
    .filter((user) => user.isSample && !user.disabledAt)
    .map(({ login, name, role }) => ({ login, name, role }))
}
