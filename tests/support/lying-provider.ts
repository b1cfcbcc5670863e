// A single sign-on that lies as it is told to: other issuer, other nonce, times that are over, a signature of somebody else.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Lies = {
  claims?: Record<string, unknown>
  /** What it publishes as its own name. */
  issuer?: string
  isForged?: boolean
}

export type LyingProvider = {
  issuer: string
  /** What the next ID token says; `nonce` is told to it, since it does not remember requests. */
  tell(lies: Lies & { nonce: string }): void
  stop(): Promise<void>
}

const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

export async function startLyingProvider(clientId: string): Promise<LyingProvider> {
  const [keys, others] = [rsa(), rsa()]
  let told: Lies & { nonce: string } = { nonce: '' }
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answer(request.url ?? '')))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`

  function answer(url: string): object {
    if (url.includes('openid-configuration'))
      return {
        issuer: told.issuer ?? issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      }
    if (url === '/keys')
      return { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] }
    return {
      access_token: 'x',
      token_type: 'Bearer',
      id_token: idToken((told.isForged ? others : keys).privateKey),
    }
  }

  function idToken(key: KeyObject): string {
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: issuer,
      sub: 's-1',
      aud: clientId,
      iat: now,
      exp: now + 60,
      nonce: told.nonce,
      ...told.claims,
    }
    const text = `${part({ alg: 'RS256', kid: 'one' })}.${part(claims)}`
    return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
  }

  return {
    issuer,
    tell: (lies) => {
      told = lies
    },
    stop: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(() => done()))
    },
  }
}
