// A person signs out: the session's row is revoked, so that a copied cookie is worth nothing either. Whoever came through the
// single sign-on is still signed in over there: the page has to say so, or the next person at a shared computer gets in.
import type { MaybeActor } from '#lib/access'
import { revokeSession } from '#lib/db/sessions'

/**
 * Ends a session; true when the person came through the single sign-on. Whoever holds its id may end it; an unknown id
 * changes nothing.
 */
export async function signOut(_anybody: MaybeActor, input: { sessionId: string }): Promise<boolean> {
  return (await revokeSession(input.sessionId)) === 'provider'
}
