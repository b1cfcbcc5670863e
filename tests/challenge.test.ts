import { beforeEach, describe, expect, it } from 'vitest'
import { isChallenge, makeChallenge, spentChallenge } from '#lib/challenge'
import { settle } from '#lib/env'

const now = Date.UTC(2026, 10, 23, 12)
const minute = 60_000
const useSecret = (value: string) => {
  process.env.AUTH_SECRET = value
  settle({})
}
beforeEach(() => useSecret('a secret for tests that is long enough'))

describe('a challenge', () => {
  it('is good for its use, for five minutes, and never the same twice', () => {
    const challenge = makeChallenge('add s1', now)
    expect(isChallenge('add s1', challenge, now)).toBe(true)
    expect(isChallenge('add s1', challenge, now + 5 * minute - 1)).toBe(true)
    expect(isChallenge('add s1', challenge, now + 5 * minute)).toBe(false)
    expect(makeChallenge('add s1', now)).not.toBe(challenge)
  })

  it('is worth nothing for another use, another session or another installation', () => {
    const challenge = makeChallenge('add s1', now)
    for (const use of ['add s2', 'sign-in', '', 'add'])
      expect(isChallenge(use, challenge, now), use).toBe(false)
    useSecret('a secret of another installation')
    expect(isChallenge('add s1', challenge, now)).toBe(false)
  })

  it('cannot be made or lengthened without our secret', () => {
    const [random, expires, signature] = Buffer.from(makeChallenge('u', now), 'base64url')
      .toString()
      .split('.')
    const forged = (...parts: string[]) => Buffer.from(parts.join('.')).toString('base64url')
    expect(isChallenge('u', forged(random!, expires!, signature!), now)).toBe(true)
    expect(isChallenge('u', forged(random!, String(Number(expires) + 600), signature!), now)).toBe(false)
    expect(isChallenge('u', forged(random!, expires!, ''), now)).toBe(false)
    for (const rubbish of ['', '....', 'không phải', forged('', '', '')])
      expect(isChallenge('u', rubbish, now), rubbish).toBe(false)
  })

  it('is remembered as a hash for as long as it could come again', () => {
    const challenge = makeChallenge('u', now)
    const { hash, expiresAt } = spentChallenge(challenge, now + minute)
    expect(hash).toMatch(/^[\w-]{43}$/)
    expect(hash).not.toContain(challenge.slice(0, 20))
    expect(spentChallenge(challenge).hash).toBe(hash)
    expect(spentChallenge(makeChallenge('u', now)).hash).not.toBe(hash)
    expect(isChallenge('u', challenge, expiresAt.getTime())).toBe(false)
  })
})
