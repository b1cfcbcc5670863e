// Who is signed in, for the few pages of staff that the front door serves: session.ts asks Next, which is not there.
import type { IncomingMessage } from 'node:http'
import { decode } from 'next-auth/jwt'
import type { MaybeActor } from '#lib/access'
import { env } from '#lib/env'
import { findActor } from '#lib/flows/find-actor'
import { sessionCookieName } from './session-cookie'

/** Nobody where the cookie is absent, forged or of an older secret, or the session has ended. */
export async function actorOfRequest(request: IncomingMessage): Promise<MaybeActor> {
  const name = `${sessionCookieName()}=`
  const cookies = (request.headers.cookie ?? '').split('; ')
  const token = cookies.find((cookie) => cookie.startsWith(name))?.slice(name.length)
  const payload = token && (await decode({ token, secret: env().AUTH_SECRET ?? '' }).catch(() => null))
  const sessionId = payload ? payload.sessionId : undefined
  return typeof sessionId === 'string' ? findActor(sessionId) : null
}
