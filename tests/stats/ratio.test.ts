import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeDesign } from '#lib/stats/design'
import { ratio } from '#lib/stats/ratio'
import { weightedMean } from '#lib/stats/weighted-mean'
import { columnOf, designOf, randomSample } from '../support/random-sample'
import { codeOf } from '../support/throws-code'

describe('a ratio', () => {
  it('with 1 below the line is the mean, design effects included', () => {
    fc.assert(
      fc.property(randomSample, (sample) => {
        const design = designOf(sample)
        const score = columnOf(sample, 'score')
        fc.pre(codeOf(() => weightedMean(design, score)) === null)
        const {
          method: _,
          influence,
          ...asRatio
        } = ratio(
          design,
          score,
          score.map(() => 1),
        )
        const mean = weightedMean(design, score)
        expect(asRatio.value).toBe(mean.value)
        expect(asRatio.n).toBe(mean.n)
        expect(asRatio.standardError ?? -1).toBeCloseTo(mean.standardError ?? -1, 12)
        expect(asRatio.effectiveN ?? -1).toBeCloseTo(mean.effectiveN ?? -1, 6)
        for (const [row, one] of influence.entries()) expect(one).toBeCloseTo(mean.influence[row]!, 14)
      }),
    )
  })

  it('leaves out rows that lack either part', () => {
    const estimate = ratio(makeDesign({ weights: [1, 1, 1] }), [1, null, 3], [2, 2, null])
    expect([estimate.n, estimate.value]).toEqual([1, 0.5])
  })

  it('turns over without change in its relative error', () => {
    const design = makeDesign({ weights: [1, 2, 1, 2] })
    const [a, b] = [ratio(design, [1, 2, 3, 4], [2, 3, 5, 4]), ratio(design, [2, 3, 5, 4], [1, 2, 3, 4])]
    expect(a.standardError! / a.value).toBeCloseTo(b.standardError! / b.value, 14)
  })

  it('does not exist over nothing', () => {
    expect(codeOf(() => ratio(makeDesign({ weights: [1, 1] }), [1, 2], [0, 0]))).toBe('zero_denominator')
  })
})
