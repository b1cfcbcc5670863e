import { describe, expect, it } from 'vitest'
import { communeLevelEffect } from '#lib/stats/commune-level-effect'
import { randomisationTest } from '#lib/stats/randomisation-test'
import { staggeredEffect } from '#lib/stats/staggered-effect'
import { staggeredRandomisation } from '#lib/stats/staggered-randomisation'

const starts = [1, 1, 1, 1, null, null, null, null, null]
const means = [
  [0.4, 0.55],
  [0.5, 0.58],
  [0.45, 0.61],
  [0.38, 0.5],
  [0.52, 0.55],
  [0.49, 0.56],
  [0.55, 0.54],
  [0.44, 0.52],
  [0.6, 0.63],
]
const panel = { communes: means.map((_, at) => `c${at}`), means, starts }

/** Three waves; communes start with the second, the third, never. `level` and `trend` belong to no campaign. */
const staggered = (effects: { first: number; later: number }) => {
  const start = [1, 1, 2, 2, null, null]
  return {
    communes: start.map((_, at) => `c${at}`),
    starts: start,
    means: start.map((own, at) =>
      [0, 1, 2].map((wave) => {
        const reached = own === null || wave < own ? 0 : wave === own ? effects.first : effects.later
        return 0.3 + 0.07 * at + [0, 0.05, 0.02][wave]! + reached
      }),
    ),
  }
}

describe('staggeredEffect', () => {
  it('is the commune-level t test when there are two waves', () => {
    const changes = means.map(([before, after], at) => ({
      commune: `c${at}`,
      isExposed: starts[at] !== null,
      change: after! - before!,
    }))
    const [effect, expected] = [staggeredEffect(panel)!, communeLevelEffect(changes)]
    for (const name of ['value', 'standardError', 'degreesOfFreedom', 'low', 'high', 'pValue'] as const)
      expect(effect[name]).toBeCloseTo(expected[name]!, 12)
  })

  it('finds the effect of every wave since the start under any levels and any common trend', () => {
    const made = staggered({ first: 0.1, later: 0.3 })
    const at = (event: number) => staggeredEffect(made, { events: (one) => one === event })?.value
    expect(at(0)).toBeCloseTo(0.1, 12)
    expect(at(1)).toBeCloseTo(0.3, 12)
    expect(at(-2)).toBeCloseTo(0, 12)
    // two communes in their first wave twice, two in their second: (0.1 + 0.1 + 0.3) / 3
    expect(staggeredEffect(made)!.value).toBeCloseTo(0.5 / 3, 12)
  })

  it('never compares with communes that have started: their growing effect would be taken off', () => {
    const made = staggered({ first: 0, later: 0.3 })
    expect(staggeredEffect(made, { events: (event) => event === 0 })!.value).toBeCloseTo(0, 12)
  })

  it('needs two treated and two waiting communes', () => {
    expect(staggeredEffect({ ...panel, starts: [1, ...Array(8).fill(null)] })).toBeNull()
    expect(staggeredEffect({ ...panel, starts: [null, ...Array(8).fill(1)] })).toBeNull()
    expect(staggeredEffect({ ...panel, starts: Array(9).fill(null) })).toBeNull()
    expect(() => staggeredEffect({ ...panel, starts: [0, ...Array(8).fill(null)] })).toThrow(RangeError)
  })
})

describe('staggeredRandomisation', () => {
  it('is the randomisation test of two groups when there are two waves', () => {
    const changes = means.map(([before, after], at) => ({
      commune: `c${at}`,
      isExposed: starts[at] !== null,
      change: after! - before!,
    }))
    const expected = randomisationTest(changes)
    const test = staggeredRandomisation(panel, staggeredEffect(panel)!.contrast)
    expect(test.assignments).toBe(126)
    expect(test.pValue).toBe(expected.pValue)
    expect(test.low).toBeCloseTo(expected.low!, 12)
    expect(test.high).toBeCloseTo(expected.high!, 12)
  })

  it('deals all start dates anew, together', () => {
    const made = staggered({ first: 0.1, later: 0.1 })
    const test = staggeredRandomisation(made, staggeredEffect(made)!.contrast)
    expect(test.assignments).toBe(90) // 6! / (2! 2! 2!)
    expect(test.smallestPValue).toBeCloseTo(1 / 90, 12)
    expect(test.low!).toBeLessThanOrEqual(0.1)
    expect(test.high!).toBeGreaterThanOrEqual(0.1 - 1e-9)
  })

  it('tries a seeded selection where there are too many ways', () => {
    const many = Array.from({ length: 24 }, (_, at) => [0.01 * at, 0.02 * at + (at < 12 ? 0.3 : 0)])
    const big = { communes: [], means: many, starts: many.map((_, at) => (at < 12 ? 1 : null)) }
    const { contrast } = staggeredEffect(big)!
    const test = staggeredRandomisation(big, contrast)
    expect(test.assignments).toBe(10_000)
    expect(test).toEqual(staggeredRandomisation(big, contrast))
    expect(test).not.toEqual(staggeredRandomisation(big, contrast, { seed: 2 }))
    expect(test.pValue).toBeGreaterThanOrEqual(1 / 10_000)
  })

  it('deals within matched pairs only, as the lot was drawn', () => {
    const pairs = [
      [0, 1],
      [2, 3],
      [4, 5],
      [6, 7],
    ]
    const matched = {
      communes: [],
      // pairs stand far apart, and in each the treated commune gained one more
      means: [0, 0, 7, 7, 20, 20, 50, 50].map((gain, at) => [0, gain + (at % 2 ? 0 : 1)]),
      starts: [1, null, 1, null, 1, null, 1, null],
    }
    const { contrast } = staggeredEffect(matched)!
    const free = staggeredRandomisation(matched, contrast)
    const paired = staggeredRandomisation(matched, contrast, { blocks: pairs })
    expect(free.assignments).toBe(70)
    expect(paired.assignments).toBe(16)
    // all four pairs point one way: only this deal and its mirror image are as far from zero
    expect(paired.pValue).toBe(2 / 16)
    expect(paired.smallestPValue).toBe(2 / 16)
    expect(free.pValue).toBeGreaterThan(0.5)
  })

  it('keeps the start of a commune whose partner is missing', () => {
    const single = {
      communes: [],
      means: [
        [0, 3],
        [0, 1],
        [0, 2],
        [0, 0],
        [0, 9],
      ],
      starts: [1, null, 1, null, null],
    }
    const { contrast } = staggeredEffect(single)!
    const test = staggeredRandomisation(single, contrast, { blocks: [[0, 1], [2, 3], [4]] })
    expect(test.assignments).toBe(4)
    expect(test.smallestPValue).toBe(1 / 4)
  })

  it('tries a selection within the pairs where there are too many ways', () => {
    const means = Array.from({ length: 40 }, (_, at) => [0, 10 * Math.floor(at / 2) + (at % 2 ? 0 : 1)])
    const big = { communes: [], means, starts: means.map((_, at) => (at % 2 ? null : 1)) }
    const blocks = Array.from({ length: 20 }, (_, at) => [2 * at, 2 * at + 1])
    const test = staggeredRandomisation(big, staggeredEffect(big)!.contrast, { blocks })
    expect(test.assignments).toBe(10_000)
    expect(test.pValue).toBeLessThan(0.001)
  })
})
