import { beforeEach, describe, expect, it } from 'vitest'
import { settle } from '#lib/env'
import { knownDeviceCookie, knownDeviceSeconds, makeKnownDevice, readKnownDevice } from '#lib/known-device'

const now = Date.UTC(2026, 10, 23, 12)
beforeEach(() => settle({ AUTH_SECRET: 'a secret for tests that is long enough' }))

describe('the proof of a browser', () => {
  it('names the device to its own log-in, however it is written, until it expires', () => {
    const proof = makeKnownDevice('An', now)
    const number = proof.split('.')[0]
    expect(readKnownDevice('an', proof, now)).toBe(number)
    expect(readKnownDevice('AN', proof, now + knownDeviceSeconds * 1000 - 1)).toBe(number)
    expect(readKnownDevice('an', proof, now + knownDeviceSeconds * 1000)).toBeNull()
  })

  it('is worth nothing for another log-in or with another number or day', () => {
    const proof = makeKnownDevice('an', now)
    const [number, expires, signature] = proof.split('.') as [string, string, string]
    expect(readKnownDevice('binh', proof, now)).toBeNull()
    for (const forged of [
      `x${number}.${expires}.${signature}`,
      `${number}.${Number(expires) + 1}.${signature}`,
      `${number}.${expires}.`,
      `${number}.${expires}`,
      '',
    ])
      expect(readKnownDevice('an', forged, now), forged).toBeNull()
  })

  it('tells two browsers of one person apart', () => {
    const numbers = [makeKnownDevice('an', now), makeKnownDevice('an', now)].map((proof) =>
      readKnownDevice('an', proof, now),
    )
    expect(new Set(numbers).size).toBe(2)
  })
})

describe('the cookie of a log-in', () => {
  it('has a name of its own for each, which does not tell the log-in', () => {
    expect(knownDeviceCookie('an')).toBe(knownDeviceCookie('An'))
    expect(knownDeviceCookie('an')).not.toBe(knownDeviceCookie('binh'))
    expect(knownDeviceCookie('nguyen-van-an')).toMatch(/^known-[\w-]{12}$/)
    expect(knownDeviceCookie('nguyen-van-an')).not.toContain('nguyen')
  })
})
