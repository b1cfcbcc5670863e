// The moments path on every reference case it can express: the same answer as from rows, to the last digits.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeDesign } from '#lib/stats/design'
import { designMoments, domainMeans } from '#lib/stats/design-moments'
import type { EstimateSummary } from '#lib/stats/estimate'
import { momentMean, momentProportion, momentRatio, momentTotal } from '#lib/stats/moment-estimate'
import { populationTotal } from '#lib/stats/population-total'
import { proportion } from '#lib/stats/proportion'
import type { ProportionMethod } from '#lib/stats/proportion-interval'
import { ratio } from '#lib/stats/ratio'
import { weightedMean } from '#lib/stats/weighted-mean'
import { analysedVariable } from '../golden/analysed-variable'
import { caseDesign } from '../golden/case-design'
import type { GoldenCase } from '../golden/golden-case'
import { GoldenFolder } from '../golden/golden-folder'
import { groupRows, selectRows } from '../golden/select-rows'
import { codeOf } from '../support/throws-code'

const folder = new GoldenFolder(join(import.meta.dirname, '../golden'))
const kinds = ['mean', 'total', 'ratio', 'proportion']
const cases = folder
  .cases()
  .filter(({ estimator, status }) => kinds.includes(estimator) && status !== 'informative')

/** Row and moment estimates of every group of a case, or the codes with which both refuse. */
function estimateBothWays(
  testCase: GoldenCase,
): [EstimateSummary | string | null, EstimateSummary | string | null][] {
  const data = folder.dataset(testCase)
  const { estimator, level } = testCase
  const method = (testCase.method === 'taylor' ? 'mean' : testCase.method) as ProportionMethod
  const values = analysedVariable(data, testCase.numerator ?? testCase.variable!, testCase.categories)
  const below = testCase.denominator ? data.numbers(testCase.denominator) : values.map(() => 1)
  const isValid = (row: number) => values[row] !== null && below[row] !== null
  const when = (column: (number | null)[]) => (row: number) => (isValid(row) ? column[row]! : Number.NaN)
  const columns = [
    { name: 'value', values: when(values) },
    { name: 'below', values: when(below) },
    { name: 'valid', values: when(values.map(() => 1)) },
  ]
  const groups = groupRows(data, testCase.by, selectRows(data, testCase.subset))
  const domains = values.map((_, row) => {
    const place = groups.findIndex(({ rows }) => rows[row])
    return place < 0 ? null : `group ${place}`
  })
  const fromRows = (domain: Uint8Array): EstimateSummary => {
    const design = caseDesign(data, testCase.design!)
    const assumedDesignEffect = testCase.assumed_deff as number | undefined
    if (estimator === 'ratio') return ratio(design, values, below, { domain, level })
    if (estimator === 'total') return populationTotal(design, values, { domain, level })
    if (estimator === 'mean') return weightedMean(design, values, { domain, level })
    return proportion(design, values, { domain, level, method, assumedDesignEffect })
  }
  const fromMoments = (domain: string): EstimateSummary => {
    const sample = designMoments(caseDesign(data, testCase.design!), columns, domains)
    const assumedDesignEffect = testCase.assumed_deff as number | undefined
    const respondents = ['valid']
    if (estimator === 'ratio')
      return momentRatio(sample, { domain, numerator: 'value', denominator: 'below', respondents, level })
    if (estimator === 'total') return momentTotal(sample, { domain, of: 'value', respondents, level })
    if (estimator === 'mean') return momentMean(sample, { domain, column: 'value', valid: 'valid', level })
    return momentProportion(sample, {
      domain,
      chosen: 'value',
      among: 'valid',
      level,
      method,
      assumedDesignEffect,
    })
  }
  return groups.map(({ rows }, place) => [
    codeOf(() => fromRows(rows)) ?? fromRows(rows),
    codeOf(() => fromMoments(`group ${place}`)) ?? fromMoments(`group ${place}`),
  ])
}

function expectAgreement(fromRows: EstimateSummary, fromMoments: EstimateSummary): void {
  for (const name of ['n', 'clusters', 'strata', 'degreesOfFreedom'] as const)
    expect(fromMoments[name]).toBe(fromRows[name])
  // the estimate itself is only known to some 1e-15 of its size, and an error cannot be known better
  const rounding = 2e-15 * Math.abs(fromRows.value)
  for (const name of ['value', 'standardError', 'low', 'high'] as const) {
    const [expected, actual] = [fromRows[name], fromMoments[name]]
    if (expected === null || actual === null) expect(actual).toBe(expected)
    else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * Math.abs(expected) + rounding)
  }
}

describe('moments and rows', () => {
  it.each(cases.map((testCase) => [testCase.id, testCase] as const))(
    'agree on the reference case %s',
    (_, testCase) => {
      for (const [fromRows, fromMoments] of estimateBothWays(testCase)) {
        if (typeof fromRows === 'string' || typeof fromMoments === 'string')
          expect(fromMoments).toEqual(fromRows)
        else expectAgreement(fromRows!, fromMoments!)
      }
    },
  )

  it('are compared on a good number of cases', () => {
    expect(cases.length).toBeGreaterThan(100)
  })
})

describe('estimates of many domains', () => {
  const design = makeDesign({ weights: [1, 2, 1, 2, 1], clusters: [['a', 'a', 'b', 'b', 'c']] })

  it('leave out missing domains and domains in which nobody answered', () => {
    const means = domainMeans(design, [1, 2, 3, null, 4], ['x', 'x', null, 'y', 'x'])
    expect([...means.keys()]).toEqual(['x'])
    expect(means.get('x')!.value).toBe(2.25)
  })

  it('count the clusters without a member of the domain', () => {
    const mean = domainMeans(design, [1, 2, 3, 4, 5], ['x', 'x', 'x', 'y', 'y']).get('x')!
    expect(mean.standardError).toBeCloseTo(
      weightedMean(design, [1, 2, 3, 4, 5], { domain: [1, 1, 1, 0, 0] }).standardError!,
      14,
    )
  })

  it('need the rows when weights were calibrated or the sample is deeper', () => {
    const calibrated = { ...design, calibration: { residuals: (influence: Float64Array) => influence } }
    expect(() => designMoments(calibrated, [])).toThrow(/calibrated/)
    const households = [1, 1, 2, 2, 3]
    const sizes = [5, 5, 5, 5, 5].map(() => 9)
    const deep = makeDesign({
      weights: [1, 1, 1, 1, 1],
      clusters: [['a', 'a', 'b', 'b', 'c'], households],
      populationSizes: [sizes, sizes],
    })
    expect(() => designMoments(deep, [])).toThrow(/single rows/)
  })
})
