// A person signs out: the session's row is revoked, so that a copied cookie is worth nothing either.
import type { MaybeActor } from '#lib/access'
import { revokeSession } from '#lib/db/sessions'

/** Ends a session. Whoever holds its id may end it; an unknown id changes nothing. */
export async function signOut(_anybody: MaybeActor, input: { sessionId: string }): Promise<void> {
  await revokeSession(input.sessionId)
}
