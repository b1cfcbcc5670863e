import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeDesign } from '#lib/stats/design'
import { designCovariance } from '#lib/stats/design-covariance'

const clusters = [['a', 'a', 'b', 'c', 'd', 'd']]
const weights = [1, 1, 1, 1, 1, 1]

describe('design covariance', () => {
  it('is n/(n-1) times the squared deviations of cluster totals, added over strata', () => {
    const design = makeDesign({ weights, strata: [1, 1, 1, 2, 2, 2], clusters })
    // stratum 1: totals 3, 3; stratum 2: totals 4, 11
    expect(designCovariance(design, [Float64Array.of(1, 2, 3, 4, 5, 6)])[0]).toBeCloseTo(2 * 2 * 3.5 ** 2, 12)
  })

  it('leaves out the share of clusters that was drawn', () => {
    const design = makeDesign({ weights: [1, 1, 1], populationSizes: [[12, 12, 12]] })
    expect(designCovariance(design, [Float64Array.of(1, 2, 3)])[0]).toBeCloseTo(0.75 * 3, 12)
  })

  it('adds the variance inside clusters where second-stage sizes are known', () => {
    const design = makeDesign({
      weights: [1, 1, 1, 1],
      clusters: [
        [1, 1, 2, 2],
        [1, 2, 3, 4],
      ],
      populationSizes: [
        [4, 4, 4, 4],
        [8, 8, 8, 8],
      ],
    })
    const first = (1 - 0.5) * 2 * (2 * 2 ** 2) // totals 3, 7
    const second = 0.5 * (1 - 0.25) * 2 * (0.5 + 0.5)
    expect(designCovariance(design, [Float64Array.of(1, 2, 3, 4)])[0]).toBeCloseTo(first + second, 12)
  })

  it('goes on to the third stage, each share weighing the stages above', () => {
    const design = makeDesign({
      weights: Array(8).fill(1),
      clusters: [
        [1, 1, 1, 1, 2, 2, 2, 2],
        [1, 1, 2, 2, 1, 1, 2, 2],
        [1, 2, 3, 4, 5, 6, 7, 8],
      ],
      populationSizes: [4, 8, 10].map((size) => Array(8).fill(size)),
    })
    const first = (1 - 2 / 4) * 2 * 2 * 8 ** 2 // totals 10, 26
    const second = (2 / 4) * (1 - 2 / 8) * 2 * (2 * 2 ** 2) * 2 // 3, 7 and 11, 15
    const third = (2 / 4) * (2 / 8) * (1 - 2 / 10) * 2 * 4 * 0.5
    const influence = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8)
    expect(designCovariance(design, [influence])[0]).toBeCloseTo(first + second + third, 10)
  })

  it('gives covariances between estimates', () => {
    const design = makeDesign({ weights: [1, 1] })
    const covariance = designCovariance(design, [Float64Array.of(1, 3), Float64Array.of(5, 1)])
    expect([...covariance]).toEqual([4, -8, -8, 16])
  })

  it('has no variance in a census', () => {
    const design = makeDesign({ weights: [1, 1], populationSizes: [[2, 2]] })
    expect(designCovariance(design, [Float64Array.of(1, 9)])[0]).toBe(0)
  })

  describe('with one cluster in a stratum', () => {
    const lonely = { weights: [1, 1, 1, 1], strata: ['x', 'x', 'y', 'z'] }
    const influence = [Float64Array.of(1, 3, 5, -9)]

    it('refuses under the rule fail', () => {
      expect(() => designCovariance(makeDesign(lonely), influence)).toThrow(/"y" has only one cluster/)
    })
    it.each(['remove', 'certainty'] as const)('adds nothing under the rule %s', (lonelyPsu) => {
      expect(designCovariance(makeDesign({ ...lonely, lonelyPsu }), influence)[0]).toBe(4)
    })
    it('centres at the overall mean under the rule adjust', () => {
      expect(designCovariance(makeDesign({ ...lonely, lonelyPsu: 'adjust' }), influence)[0]).toBe(4 + 25 + 81)
    })
    it('adds the average of the other strata under the rule average', () => {
      expect(designCovariance(makeDesign({ ...lonely, lonelyPsu: 'average' }), influence)[0]).toBe(4 * 3)
    })
    it('minds only strata that hold rows of the domain', () => {
      const values = [Float64Array.of(1, 3, 0, 0)]
      expect(designCovariance(makeDesign(lonely), values, Uint8Array.of(1, 1, 0, 0))[0]).toBe(4)
    })
    it('is content when the one cluster is all there is in the population', () => {
      const design = makeDesign({ ...lonely, populationSizes: [[20, 20, 1, 1]] })
      expect(designCovariance(design, influence)[0]).toBeCloseTo(0.9 * 4, 12)
    })
    it('cannot average inside a cluster of which one household was drawn', () => {
      const sizes = [
        [9, 9, 9],
        [5, 5, 5],
      ]
      const clusters = [
        ['v1', 'v1', 'v2'],
        [1, 2, 3],
      ]
      const design = makeDesign({
        weights: [1, 1, 1],
        clusters,
        populationSizes: sizes,
        lonelyPsu: 'average',
      })
      expect(designCovariance(design, [Float64Array.of(1, 2, 3)])[0]).toBeNaN()
    })
    it('knows no answer when all strata are lonely under the rule average', () => {
      const design = makeDesign({ weights: [1, 1], strata: [1, 2], lonelyPsu: 'average' })
      expect(designCovariance(design, [Float64Array.of(1, 2)])[0]).toBeNaN()
    })
  })

  it('can treat a stratum with one cluster left in the domain as lonely', () => {
    const input = { weights: [1, 1, 1, 1], strata: [1, 1, 2, 2], lonelyPsu: 'adjust' as const }
    const domain = Uint8Array.of(1, 0, 1, 1)
    const influence = [Float64Array.of(6, 0, 1, 5)]
    expect(designCovariance(makeDesign(input), influence, domain)[0]).toBeCloseTo(
      2 * (9 + 9) + 2 * (4 + 4),
      12,
    )
    // the stratum with one cluster left is centred at 8 / 4 instead of its own mean 6 / 2
    const skewed = [Float64Array.of(6, 0, 1, 1)]
    const adjusted = makeDesign({ ...input, adjustDomainLonely: true })
    expect(designCovariance(adjusted, skewed, domain)[0]).toBeCloseTo(2 * (16 + 4), 12)
    const averaged = makeDesign({ ...input, adjustDomainLonely: true, lonelyPsu: 'average' })
    expect(designCovariance(averaged, influence, domain)[0]).toBeCloseTo(2 * (2 * (4 + 4)), 12)
  })

  it('does not change when rows are put in another order', () => {
    const row = fc.record({
      stratum: fc.integer({ min: 0, max: 1 }),
      cluster: fc.integer({ min: 0, max: 3 }),
      z: fc.integer({ min: -50, max: 50 }),
    })
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 2, maxLength: 30 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (rows, keys) => {
          const variance = (sample: typeof rows) =>
            designCovariance(
              makeDesign({
                weights: sample.map(() => 1),
                strata: sample.map((r) => r.stratum),
                clusters: [sample.map((r) => r.cluster)],
                nest: true,
                lonelyPsu: 'adjust',
              }),
              [Float64Array.from(sample, (r) => r.z)],
            )[0]!
          const shuffled = rows
            .map((r) => ({ r, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ r }) => r)
          expect(variance(shuffled)).toBeCloseTo(variance(rows), 8)
        },
      ),
    )
  })
})
