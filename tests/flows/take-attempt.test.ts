import { describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { settle } from '#lib/env'
import { takeAttempt } from '#lib/flows/take-attempt'

settle({ AUTH_SECRET: 'a secret for tests that is long enough' })

const attempt = (subject: string, address: string, more: { knownDevice?: string; isCode?: boolean } = {}) =>
  takeAttempt(null, { subject, address, ...more })

/** Wrong passwords one after the other; refusals are swallowed. */
async function fail(times: number, subject: (i: number) => string, address: (i: number) => string) {
  for (let i = 0; i < times; i++) await attempt(subject(i), address(i)).catch(() => {})
}

const an = () => 'an'
const home = '10.0.0.1'
const elsewhere = '203.0.113.9'

async function isRefused(subject: string, address: string, knownDevice?: string): Promise<boolean> {
  const outcome = attempt(subject, address, knownDevice === undefined ? {} : { knownDevice })
  return outcome.then(
    ({ forgive }) => forgive().then(() => false),
    (problem) => {
      expect(problem).toMatchObject({ code: 'too_many_requests', status: 429 })
      expect(problem.details.retryAfterSeconds).toBeGreaterThan(0)
      return true
    },
  )
}

describe('takeAttempt', () => {
  it('lets five mistakes pass and then asks to wait', async () => {
    await fail(4, an, () => home)
    expect(await isRefused('an', home)).toBe(false)
    await fail(5, an, () => home)
    expect(await isRefused('an', home)).toBe(true)
  })

  it('lets no more pass when a hundred are sent at once', async () => {
    const all = await Promise.allSettled(Array.from({ length: 100 }, () => attempt('an', elsewhere)))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  })

  it('does not let a stranger lock the owner out', async () => {
    await fail(200, an, () => elsewhere)
    expect(await isRefused('an', elsewhere)).toBe(true)
    expect(await isRefused('an', home)).toBe(false)
  })

  it('does not make colleagues at the same address wait for one who mistypes', async () => {
    await fail(20, an, () => home)
    expect(await isRefused('binh', home)).toBe(false)
  })

  it('stops one address that tries many log-ins', async () => {
    await fail(
      60,
      (i) => `user-${i}`,
      () => elsewhere,
    )
    expect(await isRefused('an', elsewhere)).toBe(true)
    expect(await isRefused('an', home)).toBe(false)
  })

  it('stops many addresses that try one log-in, never the browser in which its owner has signed in before', async () => {
    await fail(80, an, (i) => `203.0.113.${i}`)
    expect(await isRefused('an', '198.51.100.1')).toBe(true)
    expect(await isRefused('an', '198.51.100.1', 'own-browser')).toBe(false)
  })

  it('keeps an office at work in its known browsers while a machine behind the same address guesses', async () => {
    await fail(
      100,
      (i) => ['an', 'binh', `user-${i}`][i % 3]!,
      () => home,
    )
    expect(await isRefused('an', home)).toBe(true)
    expect(await isRefused('an', home, 'own-browser')).toBe(false)
    expect(await isRefused('binh', home, 'another-browser')).toBe(false)
  })

  it('trusts a known browser ten times, then like any other: a stolen cookie is no free pass', async () => {
    for (let i = 0; i < 10; i++) await attempt('an', home, { knownDevice: 'stolen' })
    await fail(5, an, () => home)
    expect(await isRefused('an', home, 'stolen')).toBe(true)
    expect(await isRefused('an', home, 'own-browser')).toBe(false)
  })

  it('counts codes of a second factor apart from passwords, and more strictly over all addresses', async () => {
    await fail(80, an, (i) => `203.0.113.${i}`)
    for (let i = 0; i < 10; i++) await attempt('an', `198.51.100.${i}`, { isCode: true })
    await expect(attempt('an', '198.51.100.99', { isCode: true })).rejects.toMatchObject({ status: 429 })
    await attempt('an', '198.51.100.99', { isCode: true, knownDevice: 'own-browser' })
  })

  it('forgets the mistakes of a person who got it right', async () => {
    await fail(4, an, () => home)
    await (await attempt('an', home)).forgive()
    await fail(4, an, () => home)
    expect(await isRefused('an', home)).toBe(false)
  })

  it('lets everybody try again when the time is over', async () => {
    await fail(10, an, () => home)
    await database().pool.query(`update "SignInFailure" set "expiresAt" = now() - interval '1 second'`)
    expect(await isRefused('an', home)).toBe(false)
  })

  it('keeps neither log-in nor address', async () => {
    await fail(3, an, () => elsewhere)
    const { rows } = await database().pool.query<{ line: string }>(
      'select f::text as line from "SignInFailure" f',
    )
    expect(rows).toHaveLength(3)
    for (const { line } of rows) expect(line).not.toMatch(/an|203\.0/)
  })
})
