// The primary estimate of a campaign effect: exposed against other communes, each commune one number. With nine communes
// this keeps its promise of 5 % false alarms where errors over thousands of respondents do not.

import type { CommuneChange } from '#lib/stats/commune-changes'
import { allEffectAssumptions, type EffectAssumption, type EffectWarning } from '#lib/stats/effect-warnings'
import { studentInterval } from '#lib/stats/estimate'
import { studentTest } from '#lib/stats/student-test'

export type CommuneTest = {
  standardError: number | null
  degreesOfFreedom: number | null
  low: number | null
  high: number | null
  pValue: number | null
}

export type CommuneLevelEffect = CommuneTest & {
  /** Mean change of exposed minus mean change of other communes. */
  value: number
  exposedCommunes: number
  otherCommunes: number
  /** The same with unequal variances, as a check. */
  welch: CommuneTest
  assumptions: EffectAssumption[]
  warnings: EffectWarning[]
}

const UNKNOWN: CommuneTest = {
  standardError: null,
  degreesOfFreedom: null,
  low: null,
  high: null,
  pValue: null,
}

/**
 * Commune-level effect: two-sample t test of the changes of communes.
 *
 * In words: mean change of the exposed communes minus mean change of the others; pooled variance, t with communes - 2
 * degrees of freedom. Welch's version (unequal variances, Satterthwaite's degrees of freedom) stands beside it. With fewer
 * than two communes in a group there is no test.
 *
 * Source: Donald and Lang (2007), Rev. Econ. Statist. 89, 221-233; Welch (1947), Biometrika 34, 28-35.
 *
 * @param changes one per commune, see `communeChanges`
 * @param level confidence level, 0..1
 * @throws RangeError if one of the groups is empty
 * @example
 * const change = (isExposed, value) => ({ commune: '', isExposed, change: value })
 * const effect = communeLevelEffect([change(true, 3), change(true, 5), change(false, 1), change(false, 1)], 0.95)
 * effect.value // => 3
 * effect.standardError // => 1
 */
export function communeLevelEffect(changes: readonly CommuneChange[], level = 0.95): CommuneLevelEffect {
  const exposed = describe(changes.filter(({ isExposed }) => isExposed))
  const other = describe(changes.filter(({ isExposed }) => !isExposed))
  if (exposed.n === 0 || other.n === 0) throw new RangeError('both groups need at least one commune')
  const value = exposed.mean - other.mean
  const hasTest = exposed.n >= 2 && other.n >= 2
  const pooled = (exposed.squares + other.squares) / (exposed.n + other.n - 2)
  const [a, b] = [exposed.squares / (exposed.n - 1) / exposed.n, other.squares / (other.n - 1) / other.n]
  const welchDegrees = (a + b) ** 2 / (a ** 2 / (exposed.n - 1) + b ** 2 / (other.n - 1))
  return {
    value,
    exposedCommunes: exposed.n,
    otherCommunes: other.n,
    ...(hasTest
      ? test(value, pooled * (1 / exposed.n + 1 / other.n), exposed.n + other.n - 2, level)
      : UNKNOWN),
    welch: hasTest ? test(value, a + b, welchDegrees, level) : UNKNOWN,
    assumptions: allEffectAssumptions,
    warnings: hasTest ? [] : ['too_few_communes'],
  }
}

function describe(changes: readonly CommuneChange[]) {
  const n = changes.length
  const mean = changes.reduce((sum, { change }) => sum + change, 0) / n
  return { n, mean, squares: changes.reduce((sum, { change }) => sum + (change - mean) ** 2, 0) }
}

function test(value: number, variance: number, degreesOfFreedom: number, level: number): CommuneTest {
  const standardError = Math.sqrt(variance)
  if (!(standardError > 0)) return { ...UNKNOWN, standardError }
  const [low, high] = studentInterval(value, standardError, degreesOfFreedom, level)
  const { pValue } = studentTest(value, standardError, degreesOfFreedom)
  return { standardError, degreesOfFreedom, low, high, pValue }
}
