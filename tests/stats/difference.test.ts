import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeDesign } from '#lib/stats/design'
import { difference, independentDifference } from '#lib/stats/difference'
import { weightedMean } from '#lib/stats/weighted-mean'
import { columnOf, designOf, groupOf, randomSample } from '../support/random-sample'
import { codeOf } from '../support/throws-code'

const villages = ['v1', 'v2', 'v3']
const wave = [0, 0, 0, 1, 1, 1]
const answers = [1, 2, 4, 2, 3, 5]
const inWave = (wanted: number) => wave.map((one) => Number(one === wanted))

describe('a difference', () => {
  it('of a domain with itself is nothing, without error', () => {
    const design = makeDesign({ weights: [1, 2, 3] })
    const mean = weightedMean(design, [1, 5, 3])
    const change = difference(design, mean, mean)
    expect([change.value, change.standardError, change.statistic, change.pValue]).toEqual([0, 0, null, null])
  })

  it('between waves in the same villages profits from what they share', () => {
    const panel = makeDesign({ weights: Array(6).fill(1), clusters: [[...villages, ...villages]] })
    const afresh = makeDesign({
      weights: Array(6).fill(1),
      strata: wave,
      clusters: [[...villages, ...villages]],
      nest: true,
    })
    const [linked, independent] = [panel, afresh].map((design) =>
      difference(
        design,
        weightedMean(design, answers, { domain: inWave(0) }),
        weightedMean(design, answers, { domain: inWave(1) }),
      ),
    )
    expect(linked!.covariance).toBeGreaterThan(0)
    expect(linked!.standardError).toBeCloseTo(0, 14)
    expect(independent!.covariance).toBe(0)
    expect(independent!.standardError).toBeGreaterThan(1)
    expect([linked!.degreesOfFreedom, independent!.degreesOfFreedom]).toEqual([2, 4])
  })

  it('of two surveys is the difference between strata of one', () => {
    const design = makeDesign({ weights: Array(6).fill(1), strata: wave })
    const together = difference(
      design,
      weightedMean(design, answers, { domain: inWave(0) }),
      weightedMean(design, answers, { domain: inWave(1) }),
    )
    const [first, second] = [answers.slice(0, 3), answers.slice(3)].map((values) =>
      weightedMean(makeDesign({ weights: [1, 1, 1] }), values),
    )
    const apart = independentDifference(first!, second!)
    expect(apart.standardError).toBeCloseTo(together.standardError!, 14)
    expect(apart.degreesOfFreedom).toBe(together.degreesOfFreedom)
    expect(apart.pValue).toBeCloseTo(together.pValue!, 12)
  })

  it('has the variance of both minus twice their covariance, and changes its sign with their order', () => {
    fc.assert(
      fc.property(randomSample, (sample) => {
        const design = designOf({ ...sample, lonelyPsu: 'remove' })
        const [a, b] = ['a', 'b'].map(
          (group) => () =>
            weightedMean(design, columnOf(sample, 'score'), { domain: groupOf(sample, group) }),
        )
        fc.pre(codeOf(a!) === null && codeOf(b!) === null)
        const [first, second] = [a!(), b!()]
        const change = difference(design, first, second)
        const expected = first.standardError! ** 2 + second.standardError! ** 2 - 2 * change.covariance
        expect(change.standardError! ** 2).toBeCloseTo(expected, 10)
        expect(difference(design, second, first).value).toBeCloseTo(-change.value, 12)
      }),
    )
  })
})
