import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { settle } from '#lib/env'
import { addressHeader, pathHeader, stampRequest } from '../../../app/_server/stamp-request'

const settings = ['PUBLIC_URL', 'TRUST_PROXY'] as const

afterEach(() => {
  for (const name of settings) delete process.env[name]
  settle({})
})

/** The headers that Next sees, and those of the answer. */
function stamp(headers: Record<string, string>, remoteAddress = '::ffff:10.0.0.5', url = '/waves?x=1') {
  const request = {
    headers: { host: 'do.xa:3000', ...headers },
    url,
    socket: { remoteAddress },
  }
  const sent = new Map<string, string>()
  const response = { setHeader: (name: string, value: string) => sent.set(name.toLowerCase(), value) }
  stampRequest(request as unknown as IncomingMessage, response as unknown as ServerResponse)
  return { seen: request.headers as Record<string, string>, sent }
}

describe('stampRequest', () => {
  it('tells the address of the connection, whatever the client claims', () => {
    expect(stamp({}).seen[addressHeader]).toBe('10.0.0.5')
    expect(stamp({ [addressHeader]: '127.0.0.1', [pathHeader]: '/evil' }).seen).toMatchObject({
      [addressHeader]: '10.0.0.5',
      [pathHeader]: '/waves?x=1',
    })
  })

  it('lets nothing run in a file that somebody sent', () => {
    const policyOf = (url: string) => stamp({}, undefined, url).sent.get('content-security-policy')
    expect(policyOf('/evidence/22870-2/1')).toBe("default-src 'none'; sandbox")
    expect(policyOf('/rounds')).toContain("script-src 'self' 'nonce-")
  })

  it('never takes a forwarded request for a local one', () => {
    const { seen } = stamp({ 'x-forwarded-for': '127.0.0.1' }, '127.0.0.1')
    expect(seen[addressHeader]).toBe('proxy:127.0.0.1')
    expect(stamp({ forwarded: 'for=127.0.0.1' }, '127.0.0.1').seen[addressHeader]).toBe('proxy:127.0.0.1')
  })

  it('believes the last entry of a proxy only when told to', () => {
    settle({ TRUST_PROXY: '1' })
    expect(stamp({ 'x-forwarded-for': '1.1.1.1, 203.0.113.9' }).seen[addressHeader]).toBe('203.0.113.9')
  })

  it('takes the origin from the settings or the Host header, never from a forwarded one', () => {
    const forged = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
    expect(stamp(forged).seen).toMatchObject({
      'x-forwarded-host': 'do.xa:3000',
      'x-forwarded-proto': 'http',
    })
    settle({ PUBLIC_URL: 'https://do.example.vn' })
    expect(stamp(forged).seen).toMatchObject({
      'x-forwarded-host': 'do.example.vn',
      'x-forwarded-proto': 'https',
    })
  })

  it('allows only scripts with the nonce of this answer, and no frames around us', () => {
    const [one, other] = [stamp({}), stamp({ 'content-security-policy': "script-src 'unsafe-inline'" })]
    const policy = one.sent.get('content-security-policy')!
    expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{24}' 'strict-dynamic';/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(one.seen['content-security-policy']).toBe(policy)
    expect(other.seen['content-security-policy']).toBe(other.sent.get('content-security-policy'))
    expect(other.sent.get('content-security-policy')).not.toBe(policy)
  })

  it('asks for https in future only where people reach us by https', () => {
    expect(stamp({}).sent.has('strict-transport-security')).toBe(false)
    settle({ PUBLIC_URL: 'https://do.example.vn' })
    expect(stamp({}).sent.get('strict-transport-security')).toBe('max-age=31536000')
  })
})
