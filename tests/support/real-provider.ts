// A real single sign-on for tests: oidc-provider on a loopback port, and somebody who fills in its log-in page as a browser would,
// with a jar of cookies.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterProviderSignOut } from '#lib/flows/find-provider-sign-out'

export type Person = { sub: string; [claim: string]: unknown }
const clientId = 'thuoc-do'
const clientSecret = 'a client secret for tests'

export type RealProvider = {
  issuer: string
  settings: { OIDC_ISSUER: string; OIDC_CLIENT_ID: string; OIDC_CLIENT_SECRET: string }
  /** Whom it knows, by what they type as their log-in. */
  people: Map<string, Person>
  /** Goes to an address of it, logs in and agrees; the address people are sent back to. */
  visit(address: string, login: string): Promise<URL>
  stop(): Promise<void>
}

export async function startRealProvider(returnTo: string): Promise<RealProvider> {
  const people = new Map<string, Person>()
  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [returnTo],
        post_logout_redirect_uris: [afterProviderSignOut(new URL(returnTo).origin)],
      },
    ],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'preferred_username', 'groups'],
    },
    conformIdTokenClaims: false,
    cookies: { keys: ['a cookie key for tests'] },
    findAccount: (_context, login) => {
      const person = people.get(login)
      return person && { accountId: login, claims: () => person }
    },
  })
  const handle = provider.callback()
  return {
    issuer,
    settings: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret },
    people,
    visit: (address, login) => visit(address, { issuer, returnTo, login }),
    stop: () => close(server),
  }
}

async function visit(
  address: string,
  { issuer, returnTo, login }: { issuer: string; returnTo: string; login: string },
) {
  const jar = new Map<string, string>()
  let [at, body]: [URL, URLSearchParams | undefined] = [new URL(address), undefined]
  for (let steps = 0; steps < 20; steps++) {
    if (at.href.startsWith(returnTo)) return at
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply: Response = await fetch(at, {
      ...(body ? { method: 'POST', body } : {}),
      headers: { cookie },
      redirect: 'manual',
    })
    for (const set of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]!.split(/=(.*)/s)
      jar.set(name, value)
    }
    const next: string | null = reply.headers.get('location')
    if (next) {
      ;[at, body] = [new URL(next, at), undefined]
      continue
    }
    const form: string | undefined = /action="([^"]+)"/.exec(await reply.text())?.[1]
    if (!form) throw new Error(`no form at ${at.href}: ${reply.status}`)
    const isConsent = jar.has('asked')
    jar.set('asked', '1')
    ;[at, body] = [
      new URL(form, issuer),
      new URLSearchParams(isConsent ? { prompt: 'consent' } : { prompt: 'login', login, password: 'x' }),
    ]
  }
  throw new Error('the single sign-on never sent anybody back')
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((done) => server.close(() => done()))
}
