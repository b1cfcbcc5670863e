import { beforeEach, describe, expect, it } from 'vitest'
import { placeOf, SignInThrottle } from '#lib/sign-in-throttle'

let throttle: SignInThrottle

beforeEach(() => {
  throttle = new SignInThrottle()
})

async function fail(times: number, login: string, address: (i: number) => string) {
  for (let i = 0; i < times; i++) await throttle.fail(login, address(i))
}

const isRefused = (login: string, address: string) =>
  throttle.check(login, address).then(
    () => false,
    (problem) => {
      expect(problem).toMatchObject({ code: 'too_many_requests', status: 429 })
      expect(problem.details.retryAfterSeconds).toBeGreaterThan(0)
      return true
    },
  )

describe('SignInThrottle', () => {
  it('lets five mistakes pass and then asks to wait', async () => {
    await fail(4, 'an', () => '10.0.0.1')
    expect(await isRefused('an', '10.0.0.1')).toBe(false)
    await fail(1, 'an', () => '10.0.0.1')
    expect(await isRefused('an', '10.0.0.1')).toBe(true)
  })

  it('does not let a stranger lock the owner out', async () => {
    await fail(20, 'an', () => '203.0.113.9')
    expect(await isRefused('an', '203.0.113.9')).toBe(true)
    expect(await isRefused('an', '10.0.0.1')).toBe(false)
  })

  it('does not make colleagues at the same address wait', async () => {
    await fail(20, 'an', () => '10.0.0.1')
    expect(await isRefused('binh', '10.0.0.1')).toBe(false)
  })

  it('stops one address that tries many log-ins', async () => {
    for (let i = 0; i < 60; i++) await throttle.fail(`user-${i}`, '203.0.113.9')
    expect(await isRefused('an', '203.0.113.9')).toBe(true)
    expect(await isRefused('an', '10.0.0.1')).toBe(false)
  })

  it('stops many addresses that try one log-in, but not the place where its owner has signed in before', async () => {
    await throttle.succeed('an', '10.0.0.1')
    await fail(40, 'an', (i) => `203.0.113.${i}`)
    expect(await isRefused('an', '198.51.100.1')).toBe(true)
    expect(await isRefused('an', '10.0.0.1')).toBe(false)
  })

  it('forgets the mistakes of a person who got it right', async () => {
    await fail(4, 'an', () => '10.0.0.1')
    await throttle.succeed('an', '10.0.0.1')
    await fail(4, 'an', () => '10.0.0.1')
    expect(await isRefused('an', '10.0.0.1')).toBe(false)
  })
})

describe('placeOf', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['proxy:127.0.0.1', 'proxy:127.0.0.1'],
  ])('takes %s as %s', (address, place) => {
    expect(placeOf(address)).toBe(place)
  })
})
