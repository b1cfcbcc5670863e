// How next-auth is set up: one credentials provider, and a signed cookie that carries nothing but the id of our Session
// row. Errors of a sign-in travel back to the page as `?error=<code>`; the name that was typed in a short-lived cookie.
import { cookies, headers } from 'next/headers'
import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { env } from '#lib/env'
import { sessionSeconds, signIn } from '#lib/flows/sign-in'
import { signOut } from '#lib/flows/sign-out'
import { Problem } from '#lib/problem'
import { log } from './log'
import { readAddress } from './read-address'
import { isHttps, sessionCookieName } from './session-cookie'

// next-auth takes the origin from x-forwarded-host and -proto, which stampRequest has written.
process.env.AUTH_TRUST_HOST = '1'

export const typedLoginCookie = 'typed-login'
export const sessionCookie = sessionCookieName()
// must not begin with the name of the session cookie: next-auth would take it for a part of that one
export const csrfCookie = isHttps() ? '__Host-csrf-thuoc-do' : 'csrf-thuoc-do'
const cookieOptions = { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isHttps() }

export const authOptions: AuthOptions = {
  secret: env().AUTH_SECRET,
  useSecureCookies: isHttps(),
  session: { strategy: 'jwt', maxAge: sessionSeconds },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  cookies: {
    sessionToken: { name: sessionCookie, options: cookieOptions },
    csrfToken: { name: csrfCookie, options: cookieOptions },
  },
  providers: [
    CredentialsProvider({
      credentials: { login: { type: 'text' }, password: { type: 'password' } },
      authorize: (input) => authorize(input?.login ?? '', input?.password ?? ''),
    }),
  ],
  callbacks: {
    // The token of a sign-in holds the session's id and nothing about the person.
    jwt: ({ token, user }) => (user ? { sessionId: user.id } : { sessionId: token.sessionId }),
    session: ({ session, token }) => ({ expires: session.expires, sessionId: token.sessionId }),
  },
  events: { signOut: ({ token }) => signOut(null, { sessionId: String(token.sessionId) }) },
  logger: {
    // a cookie of another installation or of an old secret is no error: its bearer is simply not signed in
    error: (code, details) =>
      log[code === 'JWT_SESSION_ERROR' ? 'debug' : 'error']({ code, details }, 'next-auth'),
    warn: () => {},
  },
}

/** next-auth's "user" is our session; a refusal becomes an error whose message is the problem's code. */
async function authorize(login: string, password: string) {
  try {
    const sessionId = await signIn(null, {
      login,
      password,
      address: await readAddress(),
      agent: (await headers()).get('user-agent') ?? '',
    })
    return { id: sessionId }
  } catch (error) {
    await rememberTypedLogin(login)
    throw new Error(errorCode(error))
  }
}

function errorCode(error: unknown): string {
  if (!(error instanceof Problem)) {
    log.error({ err: error }, 'unexpected error at sign-in')
    return 'unexpected'
  }
  const { retryAfterSeconds } = error.details
  return retryAfterSeconds === undefined ? error.code : `${error.code}:${retryAfterSeconds}`
}

async function rememberTypedLogin(login: string) {
  const options = { ...cookieOptions, path: '/sign-in', maxAge: 60 }
  ;(await cookies()).set(typedLoginCookie, login.slice(0, 64), options)
}
