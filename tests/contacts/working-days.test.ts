import { describe, expect, it } from 'vitest'
import { deadlineRules, requestDeadlines } from '#lib/contacts/request-deadlines'
import { addDays, addWorkingDays } from '#lib/contacts/working-days'

describe('deadlines', () => {
  it('in working days skip the day of receipt, week-ends and holidays', () => {
    expect(addWorkingDays('2026-11-23', 2, [])).toBe('2026-11-25') // Monday
    expect(addWorkingDays('2026-11-26', 2, [])).toBe('2026-11-30') // Thursday
    expect(addWorkingDays('2026-11-28', 2, [])).toBe('2026-12-01') // Saturday
    expect(addWorkingDays('2026-12-31', 2, ['2027-01-01'])).toBe('2027-01-05')
  })

  it('in calendar days cross months and years', () => {
    expect(addDays('2026-12-20', 15)).toBe('2027-01-04')
  })

  it('of a withdrawal are those for stopping, of an erasure those for doing it', () => {
    const rules = deadlineRules.parse({})
    expect(requestDeadlines('withdrawal', '2026-11-23', rules)).toEqual({
      answerBy: '2026-11-25',
      doneBy: '2026-12-08',
    })
    expect(requestDeadlines('erasure', '2026-11-23', rules).doneBy).toBe('2026-12-03')
  })
})
