import { describe, expect, it } from 'vitest'
import { expiryFaults, expiryOf, lastDayShape } from '#lib/invitation-expiry'

const wave = { opensAt: new Date('2026-12-01T01:00:00Z'), closesAt: new Date('2026-12-20T10:00:00Z') }

describe('the end of an invitation', () => {
  it('is the last minute of its last day in Viet Nam, and never later than the wave', () => {
    expect(expiryOf('2026-12-05', wave)).toEqual(new Date('2026-12-05T16:59:00Z'))
    expect(expiryOf('2026-12-20', wave)).toEqual(wave.closesAt)
    expect(expiryOf('2027-01-01', wave)).toEqual(wave.closesAt)
    expect(expiryOf('', wave)).toEqual(wave.closesAt)
  })

  it('is refused where nobody could use the invitation', () => {
    const codes = (day: string, now: string) => expiryFaults(day, wave, new Date(now)).map(({ code }) => code)
    expect(codes('2026-12-05', '2026-12-05T16:00:00Z')).toEqual([])
    expect(codes('2026-12-05', '2026-12-05T17:00:00Z')).toEqual(['expired_at_once'])
    expect(codes('2026-11-30', '2026-11-01T00:00:00Z')).toEqual(['expired_at_once']) // before the wave opens
    expect(codes('', '2026-12-19T00:00:00Z')).toEqual([])
  })

  it('is typed as a date or left empty', () => {
    expect(['', '2026-12-05', undefined].map((typed) => lastDayShape.safeParse(typed).success)).toEqual([
      true,
      true,
      true,
    ])
    for (const typed of ['5/12/2026', '2026-02-30', 'mai'])
      expect(lastDayShape.safeParse(typed).success).toBe(false)
  })
})
