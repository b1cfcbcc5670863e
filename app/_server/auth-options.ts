// How next-auth is set up: a provider for each way to sign in by a posted form (password, code of the second factor, passkey),
// and a signed cookie that carries nothing but the id of our Session row. Errors of a sign-in travel back to the page as
// `?error=<code>`; the name that was typed and half a sign-in in short-lived cookies.
import { cookies, headers } from 'next/headers'
import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { env } from '#lib/env'
import { findSignInStep } from '#lib/flows/find-sign-in-step'
import { finishSignIn } from '#lib/flows/finish-sign-in'
import { sessionSeconds } from '#lib/flows/open-session'
import { type SignedIn, signIn } from '#lib/flows/sign-in'
import { signInWithPasskey } from '#lib/flows/sign-in-with-passkey'
import { signOut } from '#lib/flows/sign-out'
import { Problem } from '#lib/problem'
import { cookieOptions, isHttps } from './cookie-options'
import { keepKnownDevice, readKnownDeviceCookie } from './known-device-cookie'
import { log } from './log'
import { publicOrigin } from './public-origin'
import { readAddress } from './read-address'
import { sessionCookieName } from './session-cookie'
import { readStepCookie, stepCookie } from './step-cookie'

// next-auth takes the origin from x-forwarded-host and -proto, which stampRequest has written.
process.env.AUTH_TRUST_HOST = '1'

export const typedLoginCookie = 'typed-login'
export const sessionCookie = sessionCookieName()
// must not begin with the name of the session cookie: next-auth would take it for a part of that one
export const csrfCookie = isHttps ? '__Host-csrf-thuoc-do' : 'csrf-thuoc-do'

export const authOptions: AuthOptions = {
  secret: env().AUTH_SECRET,
  useSecureCookies: isHttps,
  session: { strategy: 'jwt', maxAge: sessionSeconds },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  cookies: {
    sessionToken: { name: sessionCookie, options: cookieOptions },
    csrfToken: { name: csrfCookie, options: cookieOptions },
  },
  providers: [
    CredentialsProvider({
      credentials: { login: { type: 'text' }, password: { type: 'password' } },
      authorize: (input) => withPassword(input?.login ?? '', input?.password ?? ''),
    }),
    CredentialsProvider({
      id: 'second-factor',
      credentials: { code: { type: 'text' } },
      authorize: (input) => withCode(input?.code ?? ''),
    }),
    CredentialsProvider({
      id: 'passkey',
      credentials: { answer: { type: 'text' }, half: { type: 'text' } },
      authorize: (input) => withPasskey(input?.answer ?? '', input?.half === '1'),
    }),
  ],
  callbacks: {
    // The token of a sign-in holds the session's id and nothing about the person.
    jwt: ({ token, user }) => (user ? { sessionId: user.id } : { sessionId: token.sessionId }),
    session: ({ session, token }) => ({ expires: session.expires, sessionId: token.sessionId }),
  },
  events: {
    signOut: async ({ token }) => void (await signOut(null, { sessionId: String(token.sessionId) })),
  },
  logger: {
    // a cookie of another installation or of an old secret is no error: its bearer is simply not signed in
    error: (code, details) =>
      log[code === 'JWT_SESSION_ERROR' ? 'debug' : 'error']({ code, details }, 'next-auth'),
    warn: () => {},
  },
}

type Asker = { address: string; agent: string }

/** next-auth's "user" is our session; a refusal becomes an error whose message is the problem's code. */
async function enter(work: (asker: Asker) => Promise<SignedIn>) {
  try {
    const agent = (await headers()).get('user-agent') ?? ''
    const { sessionId, login } = await work({ address: await readAddress(), agent })
    await keepKnownDevice(login)
    ;(await cookies()).delete({ name: stepCookie, path: '/' })
    return { id: sessionId }
  } catch (error) {
    throw error instanceof HalfWay ? error : new Error(errorCode(error))
  }
}

/** The password was right, the second factor is to come: an "error" for next-auth, which knows no steps. */
class HalfWay extends Error {}

function withPassword(login: string, password: string) {
  return enter(async (asker) => {
    const jar = await cookies()
    jar.delete({ name: stepCookie, path: '/' })
    const knownDevice = await readKnownDeviceCookie(login)
    const outcome = await signIn(null, { login, password, knownDevice, ...asker }).catch(async (error) => {
      await rememberTypedLogin(login)
      throw error
    })
    if ('sessionId' in outcome) return outcome
    jar.set(stepCookie, outcome.stepId, { ...cookieOptions, sameSite: 'strict', maxAge: 600 })
    throw new HalfWay('second_factor')
  })
}

function withCode(code: string) {
  return enter(async (asker) => {
    const stepId = await readStepCookie()
    const step = await findSignInStep(null, { stepId })
    const knownDevice = step ? await readKnownDeviceCookie(step.login) : ''
    return finishSignIn(null, { stepId, code, knownDevice, ...asker })
  })
}

function withPasskey(answer: string, isHalf: boolean) {
  return enter(async (asker) => {
    const stepId = isHalf ? await readStepCookie() : ''
    return signInWithPasskey(null, { answer, stepId, origin: await publicOrigin(), ...asker })
  })
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
