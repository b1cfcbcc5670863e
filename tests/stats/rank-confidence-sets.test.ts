import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankConfidenceSets } from '#lib/stats/rank-confidence-sets'

/** Estimates of some units with a positive definite covariance: a random matrix times its transpose, plus a diagonal. */
const rankedEstimates = fc
  .integer({ min: 2, max: 6 })
  .chain((size) =>
    fc.record({
      estimates: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: size, maxLength: size }),
      root: fc.array(fc.double({ min: -0.1, max: 0.1, noNaN: true }), {
        minLength: size * size,
        maxLength: size * size,
      }),
      degreesOfFreedom: fc.array(fc.integer({ min: 2, max: 60 }), { minLength: size, maxLength: size }),
    }),
  )
  .map(({ estimates, root, degreesOfFreedom }) => {
    const size = estimates.length
    const covariance = estimates.map((_, i) =>
      estimates.map((_unused, j) => {
        let sum = i === j ? 1e-4 : 0
        for (let k = 0; k < size; k++) sum += root[i * size + k]! * root[j * size + k]!
        return sum
      }),
    )
    return { estimates, covariance, degreesOfFreedom }
  })

describe('rankConfidenceSets', () => {
  it('always contain the rank of the unit', () => {
    fc.assert(
      fc.property(rankedEstimates, fc.boolean(), (input, isSimultaneous) => {
        for (const { rank, lower, upper } of rankConfidenceSets(input, { isSimultaneous })) {
          expect(lower).toBeLessThanOrEqual(rank)
          expect(upper).toBeGreaterThanOrEqual(rank)
          expect(lower).toBeGreaterThanOrEqual(1)
          expect(upper).toBeLessThanOrEqual(input.estimates.length)
        }
      }),
    )
  })

  it('only grow with the level, and from marginal to simultaneous', () => {
    fc.assert(
      fc.property(rankedEstimates, (input) => {
        const sets = (level: number, isSimultaneous: boolean) =>
          rankConfidenceSets(input, { level, isSimultaneous })
        const chains = [
          [sets(0.8, false), sets(0.95, false), sets(0.99, false)],
          [sets(0.8, true), sets(0.95, true), sets(0.99, true)],
          [sets(0.95, false), sets(0.95, true)],
        ]
        for (const chain of chains) {
          for (let step = 1; step < chain.length; step++) {
            for (const [unit, wide] of chain[step]!.entries()) {
              const narrow = chain[step - 1]![unit]!
              expect(wide.lower).toBeLessThanOrEqual(narrow.lower)
              expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper)
            }
          }
        }
      }),
    )
  })

  it('do not depend on the order of the units', () => {
    fc.assert(
      fc.property(rankedEstimates, fc.boolean(), (input, isSimultaneous) => {
        const reversed = {
          estimates: [...input.estimates].reverse(),
          covariance: input.covariance.map((row) => [...row].reverse()).reverse(),
          degreesOfFreedom: [...input.degreesOfFreedom].reverse(),
        }
        expect(rankConfidenceSets(reversed, { isSimultaneous }).reverse()).toEqual(
          rankConfidenceSets(input, { isSimultaneous }),
        )
      }),
    )
  })

  it('separate units that differ without any error, and nobody when there is no standard error', () => {
    const zero = [
      [0, 0],
      [0, 0],
    ]
    expect(rankConfidenceSets({ estimates: [1, 2], covariance: zero }, { isSimultaneous: true })[0]).toEqual({
      rank: 2,
      lower: 2,
      upper: 2,
    })
    const unknown = [
      [Number.NaN, 0],
      [0, 1e-6],
    ]
    expect(
      rankConfidenceSets({ estimates: [1, 2], covariance: unknown }, { isSimultaneous: true })[0],
    ).toEqual({
      rank: 2,
      lower: 1,
      upper: 2,
    })
  })

  it('refuse a matrix that does not fit', () => {
    expect(() =>
      rankConfidenceSets({ estimates: [1, 2], covariance: [[1]] }, { isSimultaneous: true }),
    ).toThrow(RangeError)
  })
})
