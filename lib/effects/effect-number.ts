// Estimates of lib/stats in the shape of the effect page.
import type { EffectNumber, TestedNumber } from '#lib/effects/study-result'
import { adjustPValues } from '#lib/stats/adjust-p-values'
import type { EstimateSummary } from '#lib/stats/estimate'
import { studentTest } from '#lib/stats/student-test'

type Summary = Pick<EstimateSummary, 'value' | 'standardError' | 'low' | 'high' | 'degreesOfFreedom' | 'n'>

/** A standard error of 0 is no proof of certainty: then there is no interval. */
export function effectNumber(estimate: Summary): EffectNumber {
  const { value, degreesOfFreedom, n } = estimate
  const isKnown = estimate.standardError !== null && estimate.standardError > 0 && estimate.low !== null
  return {
    value,
    low: isKnown ? estimate.low : null,
    high: isKnown ? estimate.high : null,
    standardError: isKnown ? estimate.standardError : null,
    degreesOfFreedom,
    n,
  }
}

/** The same for a share, whose interval also exists where everybody answered alike. */
export function shareNumber(estimate: Summary): EffectNumber {
  const { value, low, high, standardError, degreesOfFreedom, n } = estimate
  return { value, low, high, standardError, degreesOfFreedom, n }
}

/** What an open survey allows: the value and nothing else. */
export const withoutInterval = (number: EffectNumber): EffectNumber => ({
  ...number,
  low: null,
  high: null,
  standardError: null,
  degreesOfFreedom: null,
})

/** With a t test of "no change"; corrected later, together with its family. */
export function testedNumber(number: EffectNumber): TestedNumber {
  const { value, standardError, degreesOfFreedom } = number
  return {
    ...number,
    pValue: studentTest(value, standardError, degreesOfFreedom ?? 0).pValue,
    adjustedP: null,
  }
}

/** Fills in adjustedP for all tests of a family; returns how many there were. */
export function correctFamily(tests: readonly TestedNumber[], correction: 'holm' | 'bh'): number {
  const rule = correction === 'holm' ? 'holm' : 'benjamini-hochberg'
  const adjusted = adjustPValues(
    tests.map(({ pValue }) => pValue),
    rule,
  )
  for (const [at, test] of tests.entries()) test.adjustedP = adjusted[at]!
  return adjusted.filter((p) => p !== null).length
}
