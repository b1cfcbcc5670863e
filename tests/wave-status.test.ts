import { describe, expect, it } from 'vitest'
import { waveStatus } from '#lib/wave-status'

const at = (hour: number) => new Date(Date.UTC(2026, 5, 1, hour))
const wave = { opensAt: at(8), closesAt: at(17), cancelledAt: null }

describe('where a wave stands', () => {
  it.each([
    [7, 'planned'],
    [8, 'open'],
    [16, 'open'],
    [17, 'closed'],
  ])('at %d o’clock is %s', (hour, status) => {
    expect(waveStatus(wave, at(hour))).toBe(status)
  })

  it('is cancelled from the moment of cancelling on, whatever its times say', () => {
    const cancelled = { ...wave, cancelledAt: at(10) }
    expect([9, 10, 18].map((hour) => waveStatus(cancelled, at(hour)))).toEqual([
      'open',
      'cancelled',
      'cancelled',
    ])
  })
})
