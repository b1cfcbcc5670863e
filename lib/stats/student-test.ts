// The t test behind "did it change?". Silent where there is nothing to test with.

import { studentTCdf } from '#lib/stats/distributions'

export interface StudentTest {
  /** value / standard error; null when there is no error to compare with */
  statistic: number | null
  /** two-sided; null also when there is no degree of freedom */
  pValue: number | null
}

/**
 * Two-sided t test of "the value is 0".
 *
 * Source: Korn and Graubard (1999) section 5.2 for the degrees of freedom of a survey.
 *
 * @example
 * studentTest(2.228, 1, 10).pValue.toFixed(3) // => '0.050'
 * studentTest(2, null, 10) // => { statistic: null, pValue: null }
 * studentTest(2, 1, 0) // => { statistic: 2, pValue: null }
 */
export function studentTest(
  value: number,
  standardError: number | null,
  degreesOfFreedom: number,
): StudentTest {
  if (standardError === null || standardError === 0) return { statistic: null, pValue: null }
  const statistic = value / standardError
  const pValue = degreesOfFreedom > 0 ? 2 * studentTCdf(-Math.abs(statistic), degreesOfFreedom) : null
  return { statistic, pValue }
}
