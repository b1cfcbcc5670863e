// A person ends a sign-in somewhere else, or every sign-in but the one in use. Somebody else's sessions are out of reach.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { revokeSessions } from '#lib/db/sessions'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({ id: z.string().optional() })

/** Ends one of the actor's sessions, or without `id` all others. Returns how many ended. */
export async function revokeOwnSessions(actor: MaybeActor, input: z.input<typeof shape>): Promise<number> {
  if (!actor) throw problems.signInRequired({})
  const { id } = requireShape(shape, input)
  const count = await revokeSessions(actor.userId, id ? { only: id } : { except: actor.sessionId })
  await insertAuditEvent(actor, { action: 'revoke-own-sessions', subject: actor.login, details: { count } })
  return count
}
