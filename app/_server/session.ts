// The one place that knows how a request is signed in. Pages use load() or getActor(); flows get the actor handed in.
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import type { MaybeActor } from '#lib/access'
import { findActor } from '#lib/flows/find-actor'
import { authOptions } from './auth-options'

/** The person of this request, or nobody. Asks the database once per request: a revoked session ends at once. */
export const getActor = cache(async (): Promise<MaybeActor> => {
  const session = await getServerSession<typeof authOptions, { sessionId?: unknown }>(authOptions)
  return typeof session?.sessionId === 'string' ? findActor(session.sessionId) : null
})
