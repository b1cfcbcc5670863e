// How the cookies of a sign-in are set: unreadable for scripts, not sent along from other sites' forms, only by https where
// people reach us by https.
import { isHttps as isPublicHttps } from './session-cookie'

export const isHttps = isPublicHttps()
export const cookieOptions = { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isHttps }
