// Planning formulas: known values, and what every plan must obey.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  marginForAnswers,
  sampleSizeForMargin,
  sampleSizeForTwoProportions,
  yamaneSampleSize,
} from '#lib/stats/sample-size'

const plan = { margin: 0.05, proportion: 0.5, level: 0.95 }

describe('sampleSizeForMargin', () => {
  test('gives the textbook 385 for 5 points either way', () => {
    expect(sampleSizeForMargin(plan)).toMatchObject({ complete: 385, toApproach: 385 })
    expect(sampleSizeForMargin(plan).simpleRandom).toBeCloseTo(384.145882069412, 9)
  })

  test('the design effect, a small population and refusals each change the count in their direction', () => {
    expect(sampleSizeForMargin({ ...plan, designEffect: 2 }).complete).toBe(769)
    expect(sampleSizeForMargin({ ...plan, population: 800 }).complete).toBe(260)
    expect(sampleSizeForMargin({ ...plan, responseRate: 0.5 }).toApproach).toBe(769)
  })

  test('a small population never needs more answers than it has people', () => {
    const population = fc.integer({ min: 1, max: 100_000 })
    const margin = fc.double({ min: 0.001, max: 0.5, noNaN: true })
    fc.assert(
      fc.property(population, margin, (people, half) => {
        const size = sampleSizeForMargin({ ...plan, margin: half, population: people })
        expect(size.complete).toBeLessThanOrEqual(Math.max(people, 1))
      }),
      { seed: 5 },
    )
  })

  test('a margin in percent is refused with the range that it must lie in', () => {
    expect(() => sampleSizeForMargin({ ...plan, margin: 5 })).toThrow(
      'The margin is 5; it must lie in (0, 1).',
    )
    expect(() => sampleSizeForMargin({ ...plan, responseRate: 0 })).toThrow(/response rate/)
  })
})

describe('marginForAnswers', () => {
  test('undoes the sample size, with and without a small population', () => {
    for (const population of [null, 2600, 90_000]) {
      const given = { proportion: 0.3, level: 0.9, designEffect: 1.7, population }
      const { inPopulation } = sampleSizeForMargin({ ...given, margin: 0.04 })
      expect(marginForAnswers({ ...given, answers: inPopulation })).toBeCloseTo(0.04, 10)
    }
  })

  test('is zero when everybody answered, and refuses more answers than people', () => {
    const everybody = { proportion: 0.5, level: 0.95, population: 500 }
    expect(marginForAnswers({ ...everybody, answers: 500 })).toBe(0)
    expect(() => marginForAnswers({ ...everybody, answers: 501 })).toThrow(/answers/)
  })
})

test('Yamane agrees with the general formula at p one half and z two', () => {
  const { n } = yamaneSampleSize(2600, 0.05)
  expect(n).toBeCloseTo(346.666666666667, 9)
})

describe('sampleSizeForTwoProportions', () => {
  test('gives the known size for 70 against 75 per cent', () => {
    const size = sampleSizeForTwoProportions({ proportions: [0.7, 0.75], level: 0.95, power: 0.8 })
    expect(size.exact).toBeCloseTo(1247.9718777615, 7)
    expect(size.perGroup).toBe(1248)
  })

  test('equal shares cannot be told apart by any sample', () => {
    const equal = { proportions: [0.7, 0.7] as [number, number], level: 0.95, power: 0.8 }
    expect(() => sampleSizeForTwoProportions(equal)).toThrow(/difference of the proportions/)
  })
})
