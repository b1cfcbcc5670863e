// The policy of sign-ins as it stands, for the flows that keep it.
import { findSetting } from '#lib/db/settings'
import { openPolicy, type SignInPolicy } from '#lib/sign-in-policy'

/** What an administrator has set; what was never set is open. */
export async function recallSignInPolicy(): Promise<SignInPolicy> {
  return { ...openPolicy, ...((await findSetting('sign-in')) as Partial<SignInPolicy> | null) }
}

/** Sessions that were last used before this moment are over. */
export function idleSince({ idleMinutes }: SignInPolicy): Date {
  return new Date(Date.now() - idleMinutes * 60_000)
}
