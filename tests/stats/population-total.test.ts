import { describe, expect, it } from 'vitest'
import { makeDesign } from '#lib/stats/design'
import { populationTotal } from '#lib/stats/population-total'

describe('a population total', () => {
  it('has the textbook error in a simple random sample without replacement', () => {
    const design = makeDesign({ weights: [5, 5, 5, 5], populationSizes: [[20, 20, 20, 20]] })
    const estimate = populationTotal(design, [1, 2, 3, 6])
    expect(estimate.value).toBe(60)
    // N^2 (1 - n/N) s^2 / n with s^2 = 14/3
    expect(estimate.standardError! ** 2).toBeCloseTo((400 * 0.8 * (14 / 3)) / 4, 10)
    expect(estimate.designEffect).toBeCloseTo(1, 12)
  })

  it('of a domain varies with the number of its members, too', () => {
    const design = makeDesign({ weights: [1, 1, 1, 1] })
    const estimate = populationTotal(design, [1, 1, 1, 1], { domain: [1, 1, 0, 0] })
    expect(estimate.value).toBe(2)
    expect(estimate.standardError! ** 2).toBeCloseTo((4 / 3) * 4 * 0.25, 14)
  })

  it('adds up over a split of the domain, influence included', () => {
    const design = makeDesign({ weights: [1, 2, 3, 4] })
    const [a, b, all] = [[1, 0, 1, 0], [0, 1, 0, 1], null].map((domain) =>
      populationTotal(design, [5, 6, 7, 8], { domain }),
    )
    expect(a!.value + b!.value).toBe(all!.value)
    expect(a!.influence.map((one, row) => one + b!.influence[row]!)).toEqual(all!.influence)
  })
})
