import { describe, expect, it } from 'vitest'
import { areSampleLoginsAllowed } from '#lib/sample-logins'

const plain = { SAMPLE_LOGINS_ANYWHERE: false, TRUST_PROXY: false, PUBLIC_URL: undefined }

describe('areSampleLoginsAllowed', () => {
  it.each(['127.0.0.1', '127.8.0.1', '::1'])('allows them on the machine itself (%s)', (address) => {
    expect(areSampleLoginsAllowed(address, plain)).toBe(true)
  })

  it.each(['10.0.0.1', '2001:db8::1', 'proxy:127.0.0.1', '', '127.0.0.1.evil.example'])(
    'refuses them from %j',
    (address) => {
      expect(areSampleLoginsAllowed(address, plain)).toBe(false)
    },
  )

  it('refuses them everywhere once the service has a public address or a proxy, which would make everybody look local', () => {
    expect(areSampleLoginsAllowed('127.0.0.1', { ...plain, PUBLIC_URL: 'https://do.example.vn' })).toBe(false)
    expect(areSampleLoginsAllowed('127.0.0.1', { ...plain, TRUST_PROXY: true })).toBe(false)
    expect(areSampleLoginsAllowed('127.0.0.1', { ...plain, PUBLIC_URL: 'http://localhost:3000' })).toBe(true)
  })

  it('allows them anywhere when the operator says so', () => {
    expect(areSampleLoginsAllowed('10.0.0.1', { ...plain, SAMPLE_LOGINS_ANYWHERE: true })).toBe(true)
  })
})
