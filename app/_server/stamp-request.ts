// What our own server tells Next about a request, in headers that a client cannot forge because they are removed first:
// where it came from, which path it asks for, the origin people reach us at, and the nonce of the content policy (Next
// reads it from the policy in the request headers). Called once per request, before Next sees it.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { env } from '#lib/env'

export const addressHeader = 'x-thuocdo-address'
export const pathHeader = 'x-thuocdo-path'
const forwarded = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-real-ip',
]

/** Marks the request for Next and sets the headers of the answer that depend on it. */
export function stampRequest(request: IncomingMessage, response: ServerResponse): void {
  const origin = publicOrigin(request)
  const address = clientAddress(request)
  for (const name of [...forwarded, addressHeader, pathHeader, 'content-security-policy', 'x-nonce'])
    delete request.headers[name]
  request.headers['x-forwarded-host'] = origin.host
  request.headers['x-forwarded-proto'] = origin.protocol.slice(0, -1)
  request.headers[addressHeader] = address
  request.headers[pathHeader] = request.url ?? '/'

  const isFile = request.url?.startsWith('/evidence/') ?? false
  const policy = isFile ? filePolicy : contentPolicy(randomBytes(16).toString('base64'))
  request.headers['content-security-policy'] = policy
  response.setHeader('Content-Security-Policy', policy)
  if (origin.protocol === 'https:') response.setHeader('Strict-Transport-Security', 'max-age=31536000')
}

/**
 * The address of the other end of the connection, without the IPv4-in-IPv6 prefix. A request that was forwarded never
 * counts as coming from this machine, whoever forwarded it; with TRUST_PROXY=1 the proxy's last entry is the address.
 */
export function clientAddress(request: IncomingMessage): string {
  const peer = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const chain = String(request.headers['x-forwarded-for'] ?? '').split(',')
  if (env().TRUST_PROXY && chain.at(-1)?.trim()) return chain.at(-1)!.trim()
  return forwarded.some((name) => request.headers[name] !== undefined) ? `proxy:${peer}` : peer
}

function publicOrigin(request: IncomingMessage): { host: string; protocol: string } {
  const configured = env().PUBLIC_URL
  if (configured) return new URL(configured)
  return { host: request.headers.host ?? `localhost:${env().PORT}`, protocol: 'http:' }
}

/** For files that officers sent: whatever they hold, nothing in them runs. What a route says itself comes too late. */
const filePolicy = "default-src 'none'; sandbox"

/** Scripts only from us and only with this request's nonce; styles may be inline (the component library writes them). */
function contentPolicy(nonce: string): string {
  const isDevelopment = env().NODE_ENV === 'development'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
