import { describe, expect, it } from 'vitest'
import { makeDesign } from '#lib/stats/design'
import { designCovariance } from '#lib/stats/design-covariance'
import { populationTotal } from '#lib/stats/population-total'
import { ratio } from '#lib/stats/ratio'
import { linearCombination, smoothFunction } from '#lib/stats/smooth-function'
import { weightedMean } from '#lib/stats/weighted-mean'

const design = makeDesign({ weights: [1, 2, 3, 4, 1, 2], clusters: [[1, 1, 2, 2, 3, 3]] })
const [x, y] = [
  [3, 1, 4, 1, 5, 9],
  [2, 7, 1, 8, 2, 8],
]

describe('a function of estimates', () => {
  it('rebuilds the ratio from two totals', () => {
    const [above, below] = [populationTotal(design, x!), populationTotal(design, y!)]
    const derivatives = [1 / below.value, -above.value / below.value ** 2]
    const rebuilt = smoothFunction(design, [above, below], above.value / below.value, derivatives)
    expect(rebuilt.standardError).toBeCloseTo(ratio(design, x!, y!).standardError!, 14)
  })

  it('that is linear has variance c’Vc', () => {
    const estimates = [weightedMean(design, x!), weightedMean(design, y!)]
    const index = linearCombination(design, estimates, [0.3, 0.7])
    const [a, ab, , b] = designCovariance(
      design,
      estimates.map(({ influence }) => influence),
    )
    expect(index.standardError! ** 2).toBeCloseTo(0.09 * a! + 0.42 * ab! + 0.49 * b!, 14)
  })

  it('speaks about the union of the domains', () => {
    const parts = [
      [1, 1, 0, 0, 0, 0],
      [0, 0, 1, 0, 0, 0],
    ].map((domain) => weightedMean(design, x!, { domain }))
    const { n, clusters } = linearCombination(design, parts, [1, 1])
    expect([n, clusters]).toEqual([3, 2])
  })

  it('needs a coefficient for each estimate', () => {
    expect(() => linearCombination(design, [weightedMean(design, x!)], [1, 2])).toThrow(RangeError)
  })
})
