// Where a person is signed in, for the own account page.
import type { MaybeActor } from '#lib/access'
import { listOpenSessions, type OpenSession } from '#lib/db/sessions'
import { idleSince, recallSignInPolicy } from '#lib/flows/recall-sign-in-policy'
import { problems } from '#lib/problem'

export type OwnSession = OpenSession & { isThisOne: boolean }

/** The actor's own open sessions, newest first. */
export async function listOwnSessions(actor: MaybeActor): Promise<OwnSession[]> {
  if (!actor) throw problems.signInRequired({})
  const sessions = await listOpenSessions(actor.userId, idleSince(await recallSignInPolicy()))
  return sessions.map((session) => ({ ...session, isThisOne: session.id === actor.sessionId }))
}
