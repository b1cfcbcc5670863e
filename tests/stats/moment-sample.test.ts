import { describe, expect, it } from 'vitest'
import { momentProportion, momentRatio } from '#lib/stats/moment-estimate'
import { readMoments } from '#lib/stats/moment-sample'
import { codeOf } from '../support/throws-code'

const cell = (cluster: string | null, yes: number, all: number, stratum = 's', domain = 'c1') => ({
  domain,
  stratum,
  cluster,
  moments: [all, all, all, all, yes, all, yes, all, yes, all],
})
const columns = ['yes', 'all']
const cells = [cell('v1', 3, 4), cell('v2', 1, 4)]

describe('a table of moments', () => {
  it('counts a cluster once, however many domains live in it', () => {
    const sample = readMoments({
      columns,
      cells: [...cells, cell('v1', 2, 2, 's', 'c2'), cell('v3', 1, 2, 's', 'c2')],
    })
    expect([...sample.stage.drawn]).toEqual([3])
  })

  it('takes the same cluster label in two strata for two clusters', () => {
    expect([...readMoments({ columns, cells: [...cells, cell('v1', 1, 2, 't')] }).stage.drawn]).toEqual([
      2, 1,
    ])
  })

  it('may be told of clusters in which nobody answered', () => {
    const error = (drawn?: number) => {
      const sample = readMoments({ columns, cells, strata: { s: { drawn } } })
      return momentRatio(sample, { domain: 'c1', numerator: 'yes', denominator: 'all' }).standardError!
    }
    // two totals of 1/8 around 0: 2 * 2/64, and 4/3 * 2/64 with two more villages of total 0
    expect(error() ** 2).toBeCloseTo(2 / 32, 14)
    expect(error(4) ** 2).toBeCloseTo(4 / 3 / 32, 14)
  })

  it('knows the share of clusters that was drawn', () => {
    const sample = readMoments({ columns, cells, strata: { s: { populationSize: 8 } } })
    expect(sample.stage.fraction[0]).toBe(0.25)
  })

  it.each([
    ['length_mismatch', { columns, cells: [{ ...cell('v1', 1, 2), moments: [1, 2, 3] }] }],
    ['missing_value', { columns, cells: [cell(null, 1, 2)] }],
    ['missing_value', { columns, cells, clusterSizes: { s: { v1: 10, v2: 10 } } }],
    ['fpc_below_sample', { columns, cells, strata: { s: { drawn: 1 } } }],
    ['fpc_below_sample', { columns, cells, strata: { s: { populationSize: 1 } } }],
    [
      'psu_in_several_strata',
      { columns, cells: [cells[0]!, { ...cell(null, 1, 2), moments: [...cells[0]!.moments, 1, 1, 1] }] },
    ],
  ])('is refused with %s', (code, input) => {
    expect(codeOf(() => readMoments(input))).toBe(code)
  })
})

describe('estimates from a table', () => {
  const sample = readMoments({ columns, cells: [...cells, cell('v3', 0, 0, 's', 'silent')] })

  it('are refused where nobody answered, for unknown domains and for denominators of 0', () => {
    const share = (domain: string) => momentProportion(sample, { domain, chosen: 'yes', among: 'all' })
    expect(codeOf(() => share('silent'))).toBe('empty_domain')
    expect(codeOf(() => share('nowhere'))).toBe('empty_domain')
    const nothing = {
      domain: 'c1',
      numerator: 'yes',
      denominator: { yes: 1, all: -0.5 },
      respondents: ['all'],
    }
    expect(codeOf(() => momentRatio(sample, nothing))).toBe('zero_denominator')
  })

  it('name a column that is not there', () => {
    expect(() => momentProportion(sample, { domain: 'c1', chosen: 'si', among: 'all' })).toThrow(
      /no column "si"/,
    )
  })

  it('may speak about several domains together', () => {
    const both = readMoments({ columns, cells: [...cells, cell('v3', 2, 2, 's', 'c2')] })
    expect(momentProportion(both, { domain: ['c1', 'c2'], chosen: 'yes', among: 'all' }).value).toBe(0.6)
  })
})
