import { afterEach, expect, it, vi } from 'vitest'
import { countOutcome, recentPulse } from '#lib/answer-pulse'

afterEach(() => {
  vi.useRealTimers()
})

it('counts an hour by ten minutes, answers taken in tens only, and forgets what is older', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(new Date('2031-01-01T08:01:00Z'))
  for (let number = 0; number < 19; number++) countOutcome('taken')
  countOutcome('too_many_requests')
  expect(recentPulse()).toEqual([
    { startsAt: Date.parse('2031-01-01T08:00:00Z'), taken: 10, refused: { too_many_requests: 1 } },
  ])
  vi.setSystemTime(new Date('2031-01-01T08:12:00Z'))
  countOutcome('taken')
  expect(recentPulse().map(({ taken }) => taken)).toEqual([0, 10])
  vi.setSystemTime(new Date('2031-01-01T09:02:00Z'))
  expect(recentPulse().map(({ taken }) => taken)).toEqual([0])
})
