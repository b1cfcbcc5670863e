// Who a session cookie stands for. The only flow without an actor, because it is the one that finds the actor.
import type { MaybeActor } from '#lib/access'
import { findSessionPerson, touchSession } from '#lib/db/sessions'
import { idleSince, recallSignInPolicy } from '#lib/flows/recall-sign-in-policy'
import { secondFactorDeadline } from '#lib/sign-in-policy'

/** A row is written at most once a minute, however many requests come. */
const touchEveryMs = 60_000

/**
 * The signed-in person of a session, or nobody when it is unknown, expired, revoked, idle for too long or its user
 * disabled. Somebody whose role demands a second factor gets no further than the own account once the days of grace are
 * over; single sign-on answers for its own people.
 */
export async function findActor(sessionId: string): Promise<MaybeActor> {
  const policy = await recallSignInPolicy()
  const person = await findSessionPerson(sessionId, idleSince(policy))
  if (!person) return null
  const { means, confirmedAt: _confirmed, lastSeenAt, hasSecondFactor, userSince, ...actor } = person
  if (Date.now() - lastSeenAt.getTime() > touchEveryMs) await touchSession(sessionId)
  if (hasSecondFactor || means === 'provider') return actor
  const deadline = secondFactorDeadline(policy, { role: actor.role, userSince })
  if (!deadline) return actor
  return deadline.getTime() <= Date.now()
    ? { ...actor, mustSetUp: true }
    : { ...actor, secondFactorDue: deadline }
}
