// An administrator sets the rules of signing in. Days of grace count from the day a role was first asked.
import type { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { saveSetting } from '#lib/db/settings'
import { recallSignInPolicy } from '#lib/flows/recall-sign-in-policy'
import { requireRecentProof } from '#lib/flows/require-recent-proof'
import { signInPolicyShape } from '#lib/sign-in-policy'
import { requireShape } from '#lib/user-input'

/** Takes effect with the next request of everybody. Throws invalidInput, confirmationRequired. */
export async function saveSignInPolicy(
  actor: MaybeActor,
  input: z.input<typeof signInPolicyShape>,
): Promise<void> {
  const admin = allow(actor, 'sign-in.manage')
  await requireRecentProof(admin)
  const asked = requireShape(signInPolicyShape, input)
  const before = await recallSignInPolicy()
  const today = new Date().toISOString()
  const since = asked.requiredFor.map((role) => [role, before.requiredSince[role] ?? today] as const)
  await saveSetting('sign-in', { ...asked, requiredSince: Object.fromEntries(since) })
  await insertAuditEvent(admin, { action: 'save-sign-in-policy', details: asked })
}
