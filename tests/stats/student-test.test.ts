import { describe, expect, it } from 'vitest'
import { studentTest } from '#lib/stats/student-test'

describe('a t test', () => {
  it('is two-sided', () => {
    expect(studentTest(2, 1, 5).pValue).toBe(studentTest(-2, 1, 5).pValue)
  })

  it('of nothing has probability 1', () => {
    expect(studentTest(0, 1, 5)).toEqual({ statistic: 0, pValue: 1 })
  })

  it('is silent without an error and without degrees of freedom', () => {
    expect(studentTest(1, 0, 5)).toEqual({ statistic: null, pValue: null })
    expect(studentTest(1, null, 5)).toEqual({ statistic: null, pValue: null })
    expect(studentTest(1, 2, 0)).toEqual({ statistic: 0.5, pValue: null })
  })
})
