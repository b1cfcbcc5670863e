// The rules of signing in, for the page of the administrator.
import { allow, type MaybeActor } from '#lib/access'
import { countUnprotectedUsers } from '#lib/db/users'
import { recallSignInPolicy } from '#lib/flows/recall-sign-in-policy'
import { providerSettings } from '#lib/provider-settings'
import type { SignInPolicy } from '#lib/sign-in-policy'

export type LoadedPolicy = {
  policy: SignInPolicy
  /** The name of the single sign-on, null when none is set up. */
  provider: string | null
  /** Open accounts without a second factor, by role. */
  unprotected: Record<string, number>
}

/** For administrators. */
export async function loadSignInPolicy(actor: MaybeActor): Promise<LoadedPolicy> {
  allow(actor, 'sign-in.manage')
  const [policy, unprotected] = await Promise.all([recallSignInPolicy(), countUnprotectedUsers()])
  return { policy, provider: providerSettings()?.name ?? null, unprotected }
}
