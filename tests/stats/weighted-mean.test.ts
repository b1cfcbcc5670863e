import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeDesign, withWeights } from '#lib/stats/design'
import { weightedMean } from '#lib/stats/weighted-mean'
import { columnOf, designOf, groupOf, randomSample } from '../support/random-sample'
import { codeOf } from '../support/throws-code'

const answers = [2, 4, 6, 8]

describe('the weighted mean', () => {
  it('is the plain mean with the plain standard error when all weights are equal', () => {
    const estimate = weightedMean(makeDesign({ weights: [3, 3, 3, 3] }), answers)
    expect(estimate.value).toBe(5)
    expect(estimate.standardError).toBeCloseTo(Math.sqrt(20 / 3 / 4), 14)
    expect(estimate.degreesOfFreedom).toBe(3)
    expect(estimate.designEffectWithReplacement).toBeCloseTo(1, 14)
    expect(estimate.effectiveN).toBeCloseTo(4, 13)
  })

  it('does not know that one stratum is no stratum', () => {
    const weights = [1, 2, 3, 4]
    const plain = weightedMean(makeDesign({ weights }), answers)
    const stratified = weightedMean(makeDesign({ weights, strata: ['a', 'a', 'a', 'a'] }), answers)
    expect(stratified).toEqual(plain)
  })

  it('takes rows without a value out of the domain but leaves their cluster in the design', () => {
    const design = makeDesign({ weights: [1, 1, 1, 1], clusters: [['v1', 'v1', 'v2', 'v3']] })
    const estimate = weightedMean(design, [1, 3, 4, null])
    expect(estimate.n).toBe(3)
    expect(estimate.clusters).toBe(2)
    // influence totals -4/9, 4/9 and 0 in three drawn villages; without the third the factor would be 2
    const total = (1 - 8 / 3 + (3 - 8 / 3)) / 3
    expect(estimate.standardError! ** 2).toBeCloseTo(1.5 * 2 * total ** 2, 14)
  })

  it('is not the mean of a cut-out file', () => {
    const weights = [1, 1, 1, 1, 1, 1]
    const clusters = ['v1', 'v1', 'v2', 'v2', 'v3', 'v3']
    const values = [1, 2, 3, 4, 5, 6]
    const domain = [1, 1, 1, 1, 0, 0]
    const asDomain = weightedMean(makeDesign({ weights, clusters: [clusters] }), values, { domain })
    const cutOut = weightedMean(
      makeDesign({ weights: weights.slice(0, 4), clusters: [clusters.slice(0, 4)] }),
      values.slice(0, 4),
    )
    expect(asDomain.value).toBe(cutOut.value)
    expect(asDomain.standardError).not.toBeCloseTo(cutOut.standardError!, 6)
  })

  it('gives no interval without a degree of freedom, and says so', () => {
    const design = makeDesign({ weights: [1, 1, 1], clusters: [['v1', 'v1', 'v2']] })
    const estimate = weightedMean(design, [1, 2, 9], { domain: [1, 1, 0] })
    expect([estimate.low, estimate.high]).toEqual([null, null])
    expect(estimate.warnings).toContain('no_degrees_of_freedom')
  })

  it('warns of few clusters, of no variation and of lonely clusters', () => {
    expect(weightedMean(makeDesign({ weights: [1, 1, 1] }), [1, 2, 3]).warnings).toEqual(['few_clusters'])
    expect(weightedMean(makeDesign({ weights: Array(20).fill(1) }), Array(20).fill(4)).warnings).toEqual([
      'no_variation',
    ])
    const lonely = makeDesign({ weights: [1, 1, 1], strata: [1, 1, 2], lonelyPsu: 'adjust' })
    expect(weightedMean(lonely, [1, 2, 3]).warnings).toContain('lonely_clusters')
  })

  it('warns when only the first stage has population sizes', () => {
    const clusters = [['v1', 'v1', 'v2', 'v2']]
    const populationSizes = [[10, 10, 10, 10]]
    const design = makeDesign({ weights: [1, 1, 1, 1], clusters, populationSizes })
    expect(weightedMean(design, answers).warnings).toContain('first_stage_population_only')
  })

  it('of people who all agree is what they say, without a rounding that looks like variation', () => {
    const estimate = weightedMean(
      makeDesign({ weights: [0.0001, 0.0001, 0.0003, 0.0007] }),
      [5.1, 5.1, 5.1, 5.1],
    )
    expect([estimate.value, estimate.standardError, estimate.effectiveN]).toEqual([5.1, 0, null])
  })

  it('has no error when only lonely clusters are averaged', () => {
    const design = makeDesign({ weights: [1, 1], strata: [1, 2], lonelyPsu: 'average' })
    const estimate = weightedMean(design, [1, 2])
    expect([estimate.standardError, estimate.low]).toEqual([null, null])
  })

  it('knows no design effect when the weights do not count the population', () => {
    const estimate = weightedMean(makeDesign({ weights: [0.1, 0.2, 0.3, 0.1] }), answers)
    expect(estimate.designEffect).toBeNull()
    expect(estimate.designEffectWithReplacement).not.toBeNull()
  })

  it.each([
    ['empty_domain', () => weightedMean(makeDesign({ weights: [1, 1] }), [null, undefined])],
    ['empty_domain', () => weightedMean(makeDesign({ weights: [1, 1] }), [1, 2], { domain: [false, false] })],
    ['empty_domain', () => weightedMean(makeDesign({ weights: [0, 1] }), [1, 2], { domain: [1, 0] })],
    ['length_mismatch', () => weightedMean(makeDesign({ weights: [1, 1] }), [1])],
    ['length_mismatch', () => weightedMean(makeDesign({ weights: [1, 1] }), [1, 2], { domain: [1] })],
    ['value_outside_range', () => weightedMean(makeDesign({ weights: [1, 1] }), [1, 2], { level: 95 })],
    ['lonely_psu', () => weightedMean(makeDesign({ weights: [1, 1], clusters: [['v', 'v']] }), [1, 2])],
  ] as const)('refuses with %s', (code, action) => {
    expect(codeOf(action)).toBe(code)
  })

  it('stays the same when all weights are multiplied', () => {
    fc.assert(
      fc.property(randomSample, fc.double({ min: 0.001, max: 1000, noNaN: true }), (sample, factor) => {
        const design = designOf(sample)
        const score = columnOf(sample, 'score')
        fc.pre(codeOf(() => weightedMean(design, score)) === null)
        const [plain, scaled] = [
          design,
          withWeights(
            design,
            design.weights.map((weight) => weight * factor),
          ),
        ].map((one) => weightedMean(one, score))
        expect(scaled!.value).toBeCloseTo(plain!.value, 10)
        expect(scaled!.standardError ?? 0).toBeCloseTo(plain!.standardError ?? 0, 10)
        if (plain!.standardError! > 1e-6) expect(scaled!.effectiveN! / plain!.effectiveN!).toBeCloseTo(1, 6)
      }),
    )
  })

  it('has influence values that add up to nothing', () => {
    fc.assert(
      fc.property(randomSample, (sample) => {
        const domain = groupOf(sample, 'a')
        fc.pre(codeOf(() => weightedMean(designOf(sample), columnOf(sample, 'score'), { domain })) === null)
        const { influence } = weightedMean(designOf(sample), columnOf(sample, 'score'), { domain })
        expect(influence.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 12)
        expect(influence.filter((one, row) => !domain[row] && one !== 0)).toEqual(new Float64Array(0))
      }),
    )
  })
})
