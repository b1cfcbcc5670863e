// Where a person is signed in, for the own account page.
import type { MaybeActor } from '#lib/access'
import { listOpenSessions, type OpenSession } from '#lib/db/sessions'
import { problems } from '#lib/problem'

export type OwnSession = OpenSession & { isThisOne: boolean }

/** The actor's own open sessions, newest first. */
export async function listOwnSessions(actor: MaybeActor): Promise<OwnSession[]> {
  if (!actor) throw problems.signInRequired({})
  const sessions = await listOpenSessions(actor.userId)
  return sessions.map((session) => ({ ...session, isThisOne: session.id === actor.sessionId }))
}
