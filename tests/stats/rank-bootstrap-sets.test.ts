import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankSetsByBootstrap } from '#lib/stats/rank-bootstrap-sets'
import { rankConfidenceSets } from '#lib/stats/rank-confidence-sets'

const input = {
  estimates: [0.9, 0.72, 0.7, 0.5],
  covariance: [
    [4e-4, 1e-4, 0, 0],
    [1e-4, 4e-4, 0, 0],
    [0, 0, 4e-4, 0],
    [0, 0, 0, 4e-4],
  ],
}
const draws = 20_000

describe('rankSetsByBootstrap', () => {
  it('separates the clear units and leaves the close ones together', () => {
    expect(rankSetsByBootstrap(input, { isSimultaneous: true, draws, seed: 3 })).toEqual([
      { rank: 1, lower: 1, upper: 1 },
      { rank: 2, lower: 2, upper: 3 },
      { rank: 3, lower: 2, upper: 3 },
      { rank: 4, lower: 4, upper: 4 },
    ])
  })

  it('gives the same sets for the same seed, and at this distance for any seed', () => {
    const sets = [3, 3, 4].map((seed) => rankSetsByBootstrap(input, { isSimultaneous: false, draws, seed }))
    expect(sets[1]).toEqual(sets[0])
    expect(sets[2]).toEqual(sets[0])
  })

  it('is nowhere wider than the pairwise sets on a clear example', () => {
    const pairwise = rankConfidenceSets(input, { isSimultaneous: true })
    for (const [unit, set] of rankSetsByBootstrap(input, {
      isSimultaneous: true,
      draws,
      seed: 5,
    }).entries()) {
      expect(set.lower).toBeGreaterThanOrEqual(pairwise[unit]!.lower)
      expect(set.upper).toBeLessThanOrEqual(pairwise[unit]!.upper)
    }
  })

  it('separates two units from 1.96 standard errors on, as a single two-sided test does', () => {
    const upperEnd = (distance: number) => {
      const pair = {
        estimates: [distance, 0],
        covariance: [
          [0.5, 0],
          [0, 0.5],
        ],
      }
      return rankSetsByBootstrap(pair, { isSimultaneous: true, draws, seed: 8 })[0]!.upper
    }
    expect(upperEnd(2.06)).toBe(1)
    expect(upperEnd(1.86)).toBe(2)
  })

  it('copes with units that move together exactly', () => {
    const together = {
      estimates: [0.6, 0.5],
      covariance: [
        [1e-4, 1e-4],
        [1e-4, 1e-4],
      ],
    }
    expect(rankSetsByBootstrap(together, { isSimultaneous: true, draws: 100, seed: 1 })[0]).toEqual({
      rank: 1,
      lower: 1,
      upper: 1,
    })
  })

  it('gives independent units the same sets with and without a matrix, whatever the level and kind', () => {
    const unit = fc.record({
      estimate: fc.integer({ min: 0, max: 40 }),
      variance: fc.integer({ min: 0, max: 30 }),
    })
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        fc.nat(),
        (units, isSimultaneous, seed) => {
          const estimates = units.map(({ estimate }) => estimate)
          const variances = units.map(({ variance }) => variance)
          const covariance = variances.map((one, row) => variances.map((_, at) => (at === row ? one : 0)))
          const options = { isSimultaneous, level: 0.9, draws: 60, seed }
          expect(rankSetsByBootstrap({ estimates, variances }, options)).toEqual(
            rankSetsByBootstrap({ estimates, covariance }, options),
          )
        },
      ),
      { numRuns: 300 },
    )
  })

  it('refuses variances that do not fit', () => {
    const options = { isSimultaneous: true, draws: 10, seed: 1 }
    for (const variances of [[1], [1, -1], [1, Number.NaN]])
      expect(() => rankSetsByBootstrap({ estimates: [1, 2], variances }, options)).toThrow(RangeError)
  })
})
