import { describe, expect, it } from 'vitest'
import { delayOf, verdict } from '#lib/surveys/light-form/browser/send'

const receipt = '6f9619ff-8b86-4011-b42d-00c04fc964ff'
const problem = { code: 'wave_closed', title: 'Đợt đã đóng.', titleEn: 'Closed.' }

describe('the word of the server about an answer', () => {
  it('is "stored" only when it names this very receipt', () => {
    expect(verdict(201, { receipt }, receipt)).toMatchObject({ outcome: 'stored' })
    expect(verdict(200, { receipt: receipt.toUpperCase() }, receipt)).toMatchObject({ outcome: 'stored' })
    for (const json of [null, {}, { receipt: 'another' }, { receipt: 1 }, 'ok', [receipt]])
      expect(verdict(200, json, receipt)).toEqual({ outcome: 'later' })
    expect(verdict(202, { receipt }, receipt)).toEqual({ outcome: 'later' })
  })

  it('is "refused" only when it is a problem with a code', () => {
    expect(verdict(409, problem, receipt)).toEqual({ outcome: 'refused', refusal: problem })
    expect(verdict(403, { message: 'log in to the Wi-Fi' }, receipt)).toEqual({ outcome: 'later' })
    expect(verdict(404, null, receipt)).toEqual({ outcome: 'later' })
  })

  it('names the time to wait when too much was sent, wherever the status says so', () => {
    const slow = { ...problem, code: 'too_many_requests', retryAfterSeconds: 90 }
    expect(verdict(429, slow, receipt)).toEqual({ outcome: 'later', waitSeconds: 90 })
    expect(delayOf(verdict(503, problem, receipt))).toEqual({ why: 'no-verdict' })
    expect(delayOf({ outcome: 'no-network' })).toEqual({ why: 'no-network' })
    expect(delayOf({ outcome: 'stored', reply: null })).toBeUndefined()
  })

  it.each([408, 425, 429, 500, 502, 503, 511])('means "try again" for status %i', (status) => {
    expect(verdict(status, problem, receipt)).toEqual({ outcome: 'later' })
  })
})
