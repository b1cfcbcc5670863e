// Challenges for passkeys that need no storage before they are answered: random bytes, an expiry and our signature over both
// and over what the challenge is for. Nobody can fill a table by asking for them; only answered ones are written down.
import { createHash, randomBytes } from 'node:crypto'
import { isSignature, sign } from '#lib/installation-secret'

const seconds = 5 * 60

/** A challenge (base64url) for one use, e.g. `add <session>`; good for five minutes. */
export function makeChallenge(use: string, now = Date.now()): string {
  const claim = `${randomBytes(16).toString('base64url')}.${Math.floor(now / 1000) + seconds}`
  return Buffer.from(`${claim}.${sign('challenge', `${use} ${claim}`)}`).toString('base64url')
}

/** Whether a challenge is ours, for this use and not expired. */
export function isChallenge(use: string, challenge: string, now = Date.now()): boolean {
  const [random = '', expires = '', signature = ''] = Buffer.from(challenge, 'base64url')
    .toString()
    .split('.')
  return isSignature('challenge', `${use} ${random}.${expires}`, signature) && Number(expires) * 1000 > now
}

/** How an answered challenge is remembered, and until when it must be. */
export function spentChallenge(challenge: string, now = Date.now()): { hash: string; expiresAt: Date } {
  const hash = createHash('sha256').update(challenge).digest('base64url')
  return { hash, expiresAt: new Date(now + seconds * 1000) }
}
