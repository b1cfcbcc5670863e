import { describe, expect, it } from 'vitest'
import { problems } from '#lib/problem'
import { endpoint } from '../../../app/_server/endpoint'
import { log } from '../../../app/_server/log'

const request = new Request('http://localhost/api/thing?secret=1', { method: 'POST' })

describe('endpoint', () => {
  it('lets a good answer through', async () => {
    const answer = await endpoint(async () => Response.json({ ok: true }))(request, {})
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true }])
  })

  it('turns a problem into its status, its code and both sentences', async () => {
    const answer = await endpoint(async () => {
      throw problems.tooManyRequests({ retryAfterSeconds: 7 })
    })(request, {})
    expect(answer.status).toBe(429)
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(answer.headers.get('retry-after')).toBe('7')
    expect(await answer.json()).toEqual({
      type: 'about:blank',
      status: 429,
      code: 'too_many_requests',
      title: 'Quá nhiều lần thử. Hãy thử lại sau 7 giây.',
      titleEn: 'Too many attempts. Try again in 7 seconds.',
      retryAfterSeconds: 7,
    })
  })

  it('answers anything else with 500 and the id of its line in the log, and tells nothing more', async () => {
    log.level = 'silent'
    const answer = await endpoint(async () => {
      throw new Error('password of the database is 1234')
    })(request, {})
    const text = await answer.text()
    const { code, id, title } = JSON.parse(text)
    expect([answer.status, code]).toEqual([500, 'unexpected'])
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    expect(title).toContain(id)
    expect(text).not.toContain('1234')
  })
})
