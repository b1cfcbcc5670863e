// Gives this browser a session as next-auth would: for the ways to sign in that next-auth does not know.
import { cookies } from 'next/headers'
import { encode } from 'next-auth/jwt'
import { env } from '#lib/env'
import { sessionSeconds } from '#lib/flows/open-session'
import { cookieOptions } from './cookie-options'
import { sessionCookieName } from './session-cookie'

/** The cookie that names a session; whatever it named before is overwritten. */
export async function setSessionCookie(sessionId: string): Promise<void> {
  const value = await encode({
    token: { sessionId },
    secret: env().AUTH_SECRET ?? '',
    maxAge: sessionSeconds,
  })
  ;(await cookies()).set(sessionCookieName(), value, { ...cookieOptions, maxAge: sessionSeconds })
}
