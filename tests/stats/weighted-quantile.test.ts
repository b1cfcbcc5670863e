import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeDesign } from '#lib/stats/design'
import { weightedQuantile } from '#lib/stats/weighted-quantile'
import { Dataset } from '../golden/dataset'
import { codeOf } from '../support/throws-code'

describe('a weighted quantile', () => {
  it('is the smallest value with at least the share of weight at or below it', () => {
    const design = makeDesign({ weights: [1, 1, 1, 1] })
    const quantile = (share: number) => weightedQuantile(design, [40, 10, 30, 20], share).value
    expect([0.2, 0.25, 0.26, 0.5, 0.75, 1].map(quantile)).toEqual([10, 10, 20, 20, 30, 40])
  })

  it('does not stumble over rounded sums of weights', () => {
    const design = makeDesign({ weights: Array(10).fill(0.1) })
    const values = Array.from({ length: 10 }, (_, place) => place + 1)
    expect([0.1, 0.3, 0.6, 0.7, 0.9].map((share) => weightedQuantile(design, values, share).value)).toEqual([
      1, 3, 6, 7, 9,
    ])
  })

  it('passes over people of weight 0', () => {
    expect(weightedQuantile(makeDesign({ weights: [0, 1, 1] }), [1, 2, 3], 0.01).value).toBe(2)
  })

  it('has Woodruff’s interval and error, as in R', () => {
    const data = Dataset.read(join(import.meta.dirname, '../golden/data/syn_sipas_w1.csv'))
    const design = makeDesign({
      weights: data.numbers('w_base'),
      strata: data.column('stratum'),
      clusters: [data.column('village')],
      nest: true,
    })
    // R 4.2.2, survey 4.1-1: svyquantile(~duration_sec, subset(d, commune %in% c("C1", "C2", "C3")), qrule = "math")
    const domain = data
      .column('commune')
      .map((commune) => commune === 'C1' || commune === 'C2' || commune === 'C3')
    const expected = [
      [0.25, 515, 507, 534, 6.61028353897984],
      [0.5, 625, 611, 649, 9.30336201782348],
      [0.9, 902, 871, 926, 13.4653923942182],
    ]
    for (const [share, value, low, high, standardError] of expected) {
      const estimate = weightedQuantile(design, data.numbers('duration_sec'), share!, { domain })
      expect([estimate.value, estimate.low, estimate.high]).toEqual([value, low, high])
      expect(estimate.standardError).toBeCloseTo(standardError!, 10)
    }
  })

  it('has no end where the share would leave the data', () => {
    const design = makeDesign({ weights: Array(10).fill(1) })
    const estimate = weightedQuantile(design, [...Array(10).keys()], 0.9)
    expect([estimate.value, estimate.high, estimate.standardError]).toEqual([8, null, null])
    expect(estimate.low).toBe(6)
  })

  it('has no interval at the largest value, where the share below does not vary', () => {
    const estimate = weightedQuantile(makeDesign({ weights: [1, 1, 1] }), [1, 2, 3], 1)
    expect([estimate.value, estimate.low, estimate.high, estimate.standardError]).toEqual([
      3,
      null,
      null,
      null,
    ])
    expect(estimate.warnings).toContain('interval_undefined')
  })

  it('refuses a share that is none', () => {
    expect(codeOf(() => weightedQuantile(makeDesign({ weights: [1, 1] }), [1, 2], 50))).toBe(
      'value_outside_range',
    )
  })
})
