import { describe, expect, it } from 'vitest'
import { hashPassword, longestPassword, passwordFaults, verifyPassword } from '#lib/password'

describe('hashPassword', () => {
  it('makes argon2id hashes, a different one each time', async () => {
    const [one, other] = await Promise.all([hashPassword('một câu dài'), hashPassword('một câu dài')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(other)
  })
})

describe('verifyPassword', () => {
  it('knows the right password from wrong ones, marks of Vietnamese letters included', async () => {
    const hash = await hashPassword('một câu dài')
    expect(await verifyPassword(hash, 'một câu dài')).toBe(true)
    expect(await verifyPassword(hash, 'mot cau dai')).toBe(false)
    expect(await verifyPassword(hash, '')).toBe(false)
  })

  it('says no for an unknown log-in, even to the password of the decoy', async () => {
    expect(await verifyPassword(undefined, 'nobody')).toBe(false)
  })

  it('does not take an over-long password for its beginning', async () => {
    const longest = 'a'.repeat(longestPassword)
    const hash = await hashPassword(longest)
    expect(await verifyPassword(hash, longest)).toBe(true)
    expect(await verifyPassword(hash, `${longest}b`)).toBe(false)
  })
})

describe('passwordFaults', () => {
  it.each([
    ['ngắn quá', 'too_short'],
    ['x'.repeat(longestPassword + 1), 'too_long'],
    ['aaaaaaaaaaaaaaaa', 'too_easy'],
    ['matkhau-cua-toi', 'too_easy'],
    ['Nguyen.Van.An-2025', 'too_easy'],
  ])('refuses %j', (password, code) => {
    const [fault, ...others] = passwordFaults(password, 'nguyen.van.an', 'newPassword')
    expect(others).toEqual([])
    expect(fault).toMatchObject({ question: 'newPassword', code })
    expect(fault!.vi && fault!.en).toBeTruthy()
  })

  it('takes a short sentence', () => {
    expect(passwordFaults('con trâu đi trước', 'nguyen.van.an')).toEqual([])
  })
})
