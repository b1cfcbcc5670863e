// Who a session cookie stands for. The only flow without an actor, because it is the one that finds the actor.
import type { MaybeActor } from '#lib/access'
import { findActorOfSession } from '#lib/db/sessions'

/** The signed-in person of a session, or nobody when it is unknown, expired, revoked or its user disabled. */
export function findActor(sessionId: string): Promise<MaybeActor> {
  return findActorOfSession(sessionId)
}
