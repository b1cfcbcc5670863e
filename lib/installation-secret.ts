// Keys for what this installation signs and recognises itself: each use has its own, derived from AUTH_SECRET (HKDF, RFC
// 5869), so that a signature made for one purpose is worth nothing for another.
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { env } from '#lib/env'

/** HMAC-SHA-256 of a text under the key of a use, base64url. Throws when AUTH_SECRET is not set. */
export function sign(use: string, text: string): string {
  const secret = env().AUTH_SECRET
  if (!secret) throw new Error('AUTH_SECRET is not set: the start command makes one')
  const key = Buffer.from(hkdfSync('sha256', secret, '', `thuoc-do ${use}`, 32))
  return createHmac('sha256', key).update(text, 'utf8').digest('base64url')
}

/** Whether a signature is the one of this text; takes the same time wherever it differs. */
export function isSignature(use: string, text: string, signature: string): boolean {
  const [given, expected] = [Buffer.from(signature), Buffer.from(sign(use, text))]
  return given.length === expected.length && timingSafeEqual(given, expected)
}
