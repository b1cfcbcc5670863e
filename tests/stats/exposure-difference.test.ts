import { describe, expect, it } from 'vitest'
import { makeDesign } from '#lib/stats/design'
import { studentTCdf } from '#lib/stats/distributions'
import { exposureDifference } from '#lib/stats/exposure-difference'

const rows = 96
const column = <T>(of: (row: number) => T) => Array.from({ length: rows }, (_, row) => of(row))
const sex = column((row) => (row % 2 ? 'F' : 'M'))
const isExposed = column((row) => Number(row % 3 === 0 || (row % 2 === 1 && row % 5 === 0)))
const outcome = column((row) => Number((row * 7 + 5 * isExposed[row]!) % 11 < 5))
const design = makeDesign({
  weights: column((row) => 1 + (row % 4)),
  clusters: [column((row) => Math.floor(row / 8))],
})
const data = { outcome, isExposed, covariates: [sex] }

describe('exposureDifference', () => {
  it.each(['crude', 'standardised', 'inverse-probability'] as const)(
    'changes its sign when exposure is turned round: %s',
    (reading) => {
      const plain = exposureDifference(design, data, { reading })
      const turned = exposureDifference(
        design,
        { ...data, isExposed: isExposed.map((value) => 1 - value) },
        { reading },
      )
      expect(turned.difference).toBeCloseTo(-plain.difference, 10)
      expect(turned.standardError).toBeCloseTo(plain.standardError!, 9)
      expect(turned.riskRatio! * plain.riskRatio!).toBeCloseTo(1, 9)
      expect(turned.eValue).toBeCloseTo(plain.eValue!, 8)
      expect(plain.standardError).toBeGreaterThan(0)
    },
  )

  it.each(['crude', 'standardised', 'inverse-probability'] as const)(
    'has a t interval and test with clusters less strata degrees of freedom: %s',
    (reading) => {
      const { difference, standardError, degreesOfFreedom, low, high, pValue } = exposureDifference(
        design,
        data,
        { reading },
      )
      expect(degreesOfFreedom).toBe(11)
      // the 97.5 % point of t with 11 degrees of freedom, from a printed table; 1.960 would be too narrow
      expect((high! - difference) / standardError!).toBeCloseTo(2.201, 3)
      expect((difference - low!) / standardError!).toBeCloseTo(2.201, 3)
      expect(pValue).toBeCloseTo(2 * studentTCdf(-Math.abs(difference / standardError!), 11), 12)
    },
  )

  it('agrees with the crude comparison when there is nothing to compare alike', () => {
    const without = { ...data, covariates: [] }
    const crude = exposureDifference(design, without, { reading: 'crude' })
    for (const reading of ['standardised', 'inverse-probability'] as const) {
      const other = exposureDifference(design, without, { reading })
      expect(other.difference).toBeCloseTo(crude.difference, 10)
      expect(other.standardError).toBeCloseTo(crude.standardError!, 10)
    }
  })

  it('is always called an association, and says when people were left out', () => {
    expect(exposureDifference(design, data, { reading: 'crude' }).warnings).toEqual(['association_only'])
    const alone = sex.map((value, row) => (row === 0 ? 'other' : value))
    const result = exposureDifference(design, { ...data, covariates: [alone] }, { reading: 'standardised' })
    expect(result.warnings).toEqual(['association_only', 'outside_common_support'])
    expect(result.outsideSupport).toBeGreaterThan(0)
  })

  it('has no risk ratio when nobody of the unexposed has the outcome', () => {
    const none = { ...data, outcome: outcome.map((value, row) => value * isExposed[row]!) }
    expect(exposureDifference(design, none, { reading: 'crude' })).toMatchObject({
      riskRatio: null,
      eValue: null,
    })
  })
})
