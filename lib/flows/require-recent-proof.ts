// Changes of what protects an account need a secret that was shown minutes ago: whoever finds an open computer or steals a
// cookie cannot take the second factor away or add one of their own.
import type { Actor, MaybeActor } from '#lib/access'
import { findSessionPerson } from '#lib/db/sessions'
import { idleSince, recallSignInPolicy } from '#lib/flows/recall-sign-in-policy'
import { problems } from '#lib/problem'

const recentMs = 10 * 60_000

/** Whether the person of this session has shown a secret in the last ten minutes. */
export async function hasRecentProof({ sessionId }: Actor): Promise<boolean> {
  const person = await findSessionPerson(sessionId, idleSince(await recallSignInPolicy()))
  return person?.confirmedAt != null && Date.now() - person.confirmedAt.getTime() < recentMs
}

/** The actor, known to be the person and not only the session. Throws signInRequired, confirmationRequired. */
export async function requireRecentProof(actor: MaybeActor): Promise<Actor> {
  if (!actor) throw problems.signInRequired({})
  if (!(await hasRecentProof(actor))) throw problems.confirmationRequired({})
  return actor
}
