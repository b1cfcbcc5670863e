import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Design, makeDesign } from '#lib/stats/design'
import { populationTotal } from '#lib/stats/population-total'
import { replicateEstimate } from '#lib/stats/replicate-estimate'
import { jackknife, raoWuBootstrap } from '#lib/stats/replicates'
import { designOf, randomSample } from '../support/random-sample'
import { codeOf } from '../support/throws-code'

const design = makeDesign({
  weights: [1, 2, 3, 1, 2, 3, 4],
  strata: ['a', 'a', 'a', 'a', 'b', 'b', 'b'],
  clusters: [[1, 1, 2, 3, 4, 5, 5]],
})

function totalOf(values: number[]) {
  return (weights: Float64Array) => values.reduce((sum, value, row) => sum + weights[row]! * value, 0)
}

describe('the jackknife', () => {
  it('leaves out each cluster once and keeps the weight of its stratum', () => {
    const { factors, scales } = jackknife(design)
    expect(factors.map((factor) => [...factor])).toEqual([
      [0, 1.5, 1.5, 1, 1],
      [1.5, 0, 1.5, 1, 1],
      [1.5, 1.5, 0, 1, 1],
      [1, 1, 1, 0, 2],
      [1, 1, 1, 2, 0],
    ])
    expect([...scales]).toEqual([2 / 3, 2 / 3, 2 / 3, 1 / 2, 1 / 2])
  })

  it('of a total is the Taylor variance, with and without population sizes', () => {
    fc.assert(
      fc.property(randomSample, (sample) => {
        const random = designOf({ ...sample, lonelyPsu: 'remove' })
        fc.pre(random.weights.some((weight) => weight > 0))
        const sizes = sample.rows.map(({ size }) => size)
        const taylor = populationTotal(random, sizes)
        for (const mse of [true, false]) {
          const { standardError } = replicateEstimate(jackknife(random), totalOf(sizes), { mse })
          expect(Math.abs(standardError! - taylor.standardError!)).toBeLessThan(1e-9 * taylor.value)
        }
      }),
    )
  })

  it('skips a stratum that was taken completely', () => {
    const census: Design = makeDesign({ weights: [1, 1, 1], strata: [1, 1, 2], populationSizes: [[9, 9, 1]] })
    expect(jackknife(census).factors.length).toBe(2)
  })

  it('treats a lonely cluster by the rule of the design', () => {
    const lonely = { weights: [1, 1, 1], strata: [1, 1, 2] }
    expect(codeOf(() => jackknife(makeDesign(lonely)))).toBe('lonely_psu')
    const adjusted = jackknife(makeDesign({ ...lonely, lonelyPsu: 'adjust' }))
    expect([...adjusted.factors[2]!]).toEqual([2, 2, 0])
    expect([...adjusted.scales]).toEqual([0.5, 0.5, 0.5])
    const averaged = jackknife(makeDesign({ ...lonely, lonelyPsu: 'average' }))
    expect([...averaged.scales]).toEqual([0.75, 0.75])
    expect(jackknife(makeDesign({ ...lonely, lonelyPsu: 'remove' })).factors.length).toBe(2)
  })
})

describe('the bootstrap', () => {
  it('draws one cluster less than the stratum has and keeps its weight', () => {
    for (const factor of raoWuBootstrap(design, { count: 100, seed: 5 }).factors) {
      expect(factor[0]! + factor[1]! + factor[2]!).toBeCloseTo(3, 12)
      expect([...factor.slice(3)].sort()).toEqual([0, 2])
    }
  })

  it('is the same for the same seed, and another for another', () => {
    const draw = (seed: number) => raoWuBootstrap(design, { count: 20, seed }).factors
    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
  })

  it('comes near the Taylor variance of a total', () => {
    const values = [3, 1, 4, 1, 5, 9, 2]
    const { standardError } = replicateEstimate(
      raoWuBootstrap(design, { count: 4000, seed: 1 }),
      totalOf(values),
    )
    expect(standardError! / populationTotal(design, values).standardError!).toBeCloseTo(1, 1)
  })
})
