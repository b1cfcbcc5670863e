// The codes of RFC 6238, appendix B (SHA-1), cut to the six digits that apps show.
import { Secret } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { codeAt, makeTotpSecret, stepOfCode, totpAddress } from '#lib/totp'

const secret = Secret.fromUTF8('12345678901234567890').base32
const vectors = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
] as const

describe('a code of an authenticator app', () => {
  it.each(vectors)('at second %d is the one of the standard', (seconds, code) => {
    expect(codeAt(secret, seconds * 1000)).toBe(code)
    expect(stepOfCode(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30))
  })

  it('belongs to its own step when a clock is one step off, and to none when it is two off', () => {
    const now = 1_234_567_890_000
    const step = Math.floor(now / 30_000)
    const found = [-2, -1, 0, 1, 2].map((off) => stepOfCode(secret, codeAt(secret, now + off * 30_000), now))
    expect(found).toEqual([null, step - 1, step, step + 1, null])
  })

  it('may be typed with spaces; anything but six digits is none', () => {
    expect(stepOfCode(secret, ' 287 082 ', 59_000)).toBe(1)
    for (const other of ['', '28708', '2870820', '94287082', 'abcdef', '٢٨٧٠٨٢'])
      expect(stepOfCode(secret, other, 59_000), other).toBeNull()
  })

  it('of another secret is none', () => {
    expect(stepOfCode(Secret.fromUTF8('another secret here!').base32, '287082', 59_000)).toBeNull()
  })
})

describe('a secret', () => {
  it('has 160 bits and is never the same twice', () => {
    const made = Array.from({ length: 50 }, makeTotpSecret)
    expect(new Set(made).size).toBe(50)
    for (const one of made) expect(one).toMatch(/^[A-Z2-7]{32}$/)
  })

  it('goes to the app with our name, the log-in and what every app can do', () => {
    const address = new URL(totpAddress(secret, 'nguyen.an'))
    expect([address.protocol, address.host]).toEqual(['otpauth:', 'totp'])
    expect(decodeURIComponent(address.pathname)).toBe('/Thước Đo:nguyen.an')
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      ...{ secret, issuer: 'Thước Đo', algorithm: 'SHA1', digits: '6', period: '30' },
    })
  })
})
