import { describe, expect, it } from 'vitest'
import { makeDesign } from '#lib/stats/design'
import { replicateCovariance, replicateEstimate } from '#lib/stats/replicate-estimate'
import { jackknife } from '#lib/stats/replicates'

const design = makeDesign({ weights: [1, 2, 3, 4] })
const answers = [5, 3, 4, 1]
const sum = (weights: Float64Array, values: number[]) =>
  values.reduce((all, value, row) => all + weights[row]! * value, 0)
const mean = (weights: Float64Array) => sum(weights, answers) / sum(weights, [1, 1, 1, 1])

describe('an estimate from replicates', () => {
  it('has the jackknife variance around the full sample, or around the mean of the replicates', () => {
    const { value, replicates, standardError } = replicateEstimate(jackknife(design), mean)
    const squares = (centre: number) =>
      replicates.reduce((all, theta) => all + 0.75 * (theta - centre) ** 2, 0)
    expect(standardError! ** 2).toBeCloseTo(squares(value), 14)
    const centred = replicateEstimate(jackknife(design), mean, { mse: false })
    const average = replicates.reduce((all, theta) => all + theta, 0) / 4
    expect(centred.standardError! ** 2).toBeCloseTo(squares(average), 14)
  })

  it('repeats the weighting in every replicate', () => {
    const known = 100
    const reweight = (weights: Float64Array) =>
      weights.map((weight) => (weight * known) / sum(weights, [1, 1, 1, 1]))
    const size = replicateEstimate(jackknife(design), (weights) => sum(weights, [1, 1, 1, 1]), { reweight })
    expect(size.value).toBeCloseTo(known, 12)
    expect(size.standardError).toBeCloseTo(0, 12)
  })

  it('has no error when a replicate knows no answer', () => {
    const onlyFirst = (weights: Float64Array) => (weights[0]! * 5) / weights[0]!
    const { value, standardError, low } = replicateEstimate(jackknife(design), onlyFirst)
    expect([value, standardError, low]).toEqual([5, null, null])
  })

  it('takes its degrees of freedom from the domain', () => {
    expect(replicateEstimate(jackknife(design), mean).degreesOfFreedom).toBe(3)
    expect(replicateEstimate(jackknife(design), mean, { domain: [1, 1, 0, 0] }).degreesOfFreedom).toBe(1)
  })

  it('gives covariances of several statistics', () => {
    const both = (weights: Float64Array) => [mean(weights), 2 * mean(weights)]
    const { covariance } = replicateCovariance(jackknife(design), both)
    expect(covariance[1]).toBeCloseTo(2 * covariance[0]!, 14)
    expect(covariance[3]).toBeCloseTo(4 * covariance[0]!, 14)
  })
})
