// A random number that a browser keeps for a day, so that many answers from one device can be told from many people behind
// one address. It says nothing about anybody, is never stored with an answer and never logged.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { env } from '#lib/env'

const shape = /(?:^|; *)device=([\w-]{22})(?:;|$)/
const aDay = 24 * 60 * 60

/** The number of the browser that asks, if it has one. */
export function deviceOf(request: IncomingMessage): string | null {
  return shape.exec(request.headers.cookie ?? '')?.[1] ?? null
}

/** The header that gives a browser its number; none where it has one. */
export function deviceHeaders(request: IncomingMessage): Record<string, string> {
  if (deviceOf(request)) return {}
  const isSecure = env().PUBLIC_URL?.startsWith('https:') ? '; Secure' : ''
  const cookie = `device=${randomBytes(16).toString('base64url')}; Path=/; Max-Age=${aDay}; HttpOnly; SameSite=Strict${isSecure}`
  return { 'set-cookie': cookie }
}
