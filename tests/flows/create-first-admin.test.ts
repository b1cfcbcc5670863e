import { describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { env, settle } from '#lib/env'
import { createFirstAdmin } from '#lib/flows/create-first-admin'
import { loadSiteStatus } from '#lib/flows/load-site-status'
import { setupCode } from '#lib/setup-code'
import { makeUser } from '../support/make'

settle({ AUTH_SECRET: 'a secret for tests that is long enough' })
const code = () => setupCode(env().AUTH_SECRET!)
let last = 0
const input = (given = {}) => ({
  code: code(),
  name: 'Quản trị',
  login: 'quan-tri-that',
  password: 'con trâu đi trước',
  address: `10.2.0.${++last}`,
  ...given,
})

describe('createFirstAdmin', () => {
  it('makes an administrator once; then the door is shut', async () => {
    expect(await createFirstAdmin(null, input())).toBe('quan-tri-that')
    expect(await database().prisma.user.findMany()).toMatchObject([{ role: 'admin', isSample: false }])
    expect((await loadSiteStatus(null)).needsFirstAdmin).toBe(false)
    await expect(createFirstAdmin(null, input({ login: 'another' }))).rejects.toMatchObject({
      code: 'not_allowed',
    })
  })

  it('is open beside sample administrators, who are not real ones', async () => {
    await makeUser({ role: 'admin', isSample: true })
    expect(await loadSiteStatus(null)).toEqual({ hasSampleData: true, needsFirstAdmin: true })
    await createFirstAdmin(null, input())
  })

  it.each([
    ['code', { code: '0000-0000-0000-0000' }],
    ['password', { password: 'ngắn' }],
    ['login', { login: 'Có dấu' }],
  ])('refuses a wrong %s and makes nobody', async (field, wrong) => {
    const problem = await createFirstAdmin(null, input(wrong)).catch((error) => error)
    expect(problem.details.faults.map((fault: { question: string }) => fault.question)).toEqual([field])
    expect(await database().prisma.user.count()).toBe(0)
  })

  it('slows down guessing of the code', async () => {
    const address = '203.0.113.5'
    for (let i = 0; i < 5; i++) await createFirstAdmin(null, input({ address, code: `${i}` })).catch(() => {})
    await expect(createFirstAdmin(null, input({ address }))).rejects.toMatchObject({
      code: 'too_many_requests',
    })
  })
})
