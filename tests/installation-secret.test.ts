import { createHmac, hkdfSync } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { settle } from '#lib/env'
import { isSignature, sign } from '#lib/installation-secret'

const secret = 'a secret for tests that is long enough'
const use = (value: string) => {
  process.env.AUTH_SECRET = value
  settle({})
}
beforeEach(() => use(secret))

describe('a signature of this installation', () => {
  it('is HMAC-SHA-256 under a key that HKDF makes for its use', () => {
    const key = Buffer.from(hkdfSync('sha256', secret, '', 'thuoc-do some use', 32))
    expect(sign('some use', 'chữ')).toBe(createHmac('sha256', key).update('chữ', 'utf8').digest('base64url'))
  })

  it('holds for its text, its use and its installation only', () => {
    const signature = sign('one', 'text')
    expect(isSignature('one', 'text', signature)).toBe(true)
    expect(isSignature('two', 'text', signature)).toBe(false)
    expect(isSignature('one', 'text ', signature)).toBe(false)
    use(`${secret}!`)
    expect(isSignature('one', 'text', signature)).toBe(false)
  })

  it('is refused when it is empty, cut, longer or differs in one sign', () => {
    const signature = sign('one', 'text')
    const other = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`
    for (const wrong of ['', signature.slice(0, -1), `${signature}=`, other])
      expect(isSignature('one', 'text', wrong), wrong).toBe(false)
  })

  it('is never made without a secret', () => {
    delete process.env.AUTH_SECRET
    settle({})
    expect(() => sign('one', 'text')).toThrow('AUTH_SECRET')
  })
})
