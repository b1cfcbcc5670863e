import { describe, expect, it } from 'vitest'
import { imputeWithinCluster } from '#lib/stats/impute-within-cluster'

const many = 4000
const categories = [...Array.from({ length: many }, () => null), 'F', 'M', 'X']
const clusters = [...Array.from({ length: many }, () => 'v1'), 'v1', 'v1', 'v2']
const weights = [...Array.from({ length: many }, () => 1), 3, 1, 50]

describe('imputeWithinCluster', () => {
  it('draws from the village in proportion to the weights', () => {
    const filled = imputeWithinCluster(categories, clusters, weights, 5).categories.slice(0, many)
    const share = filled.filter((category) => category === 'F').length / many
    expect(Math.abs(share - 0.75)).toBeLessThan(0.03)
    expect(filled).not.toContain('X')
  })

  it('draws from everybody where the village has no answer, and flags who was filled', () => {
    const { categories: filled, isImputed } = imputeWithinCluster([null, 'F'], ['v1', 'v2'], [1, 1], 1)
    expect(filled).toEqual(['F', 'F'])
    expect([...isImputed]).toEqual([1, 0])
  })

  it('repeats for the same seed', () => {
    expect(imputeWithinCluster(categories, clusters, weights, 5)).toEqual(
      imputeWithinCluster(categories, clusters, weights, 5),
    )
  })

  it('refuses when nobody has a category', () => {
    expect(() => imputeWithinCluster([null], ['v1'], [1], 1)).toThrow(RangeError)
  })
})
