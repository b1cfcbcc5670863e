// A person takes the app away from the own account, after showing a secret. With the last second factor the recovery codes go.
import type { MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { deleteAuthenticator, hasSecondFactor, replaceRecoveryCodes } from '#lib/db/second-factors'
import { requireRecentProof } from '#lib/flows/require-recent-proof'

/** Also gives up a set-up that was not finished. Throws confirmationRequired. */
export async function removeAuthenticator(actor: MaybeActor): Promise<void> {
  const person = await requireRecentProof(actor)
  const wasConfirmed = await deleteAuthenticator(person.userId)
  if (!(await hasSecondFactor(person.userId))) await replaceRecoveryCodes(person.userId, [])
  if (wasConfirmed) await insertAuditEvent(person, { action: 'remove-authenticator', subject: person.login })
}
