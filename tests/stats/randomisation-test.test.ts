import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CommuneChange } from '#lib/stats/commune-changes'
import { randomisationTest } from '#lib/stats/randomisation-test'

const study = (values: number[], exposed: number): CommuneChange[] =>
  values.map((change, index) => ({ commune: String(index), isExposed: index < exposed, change }))
const someStudy = fc
  .record({
    values: fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 5, maxLength: 9 }),
    exposed: fc.integer({ min: 2, max: 3 }),
  })
  .map(({ values, exposed }) =>
    study(
      values.map((value) => value / 100),
      exposed,
    ),
  )

/** Takes an effect off the exposed communes. */
const without = (changes: CommuneChange[], effect: number) =>
  changes.map((one) => (one.isExposed ? { ...one, change: one.change - effect } : one))

describe('randomisationTest', () => {
  it('gives an interval of exactly the effects that it does not reject', () => {
    fc.assert(
      fc.property(someStudy, fc.double({ min: 0.7, max: 0.9, noNaN: true }), (changes, level) => {
        const { low, high } = randomisationTest(changes, level)
        if (low !== null && high !== null && high - low < 1e-4) return // one point has no inside
        const pAt = (effect: number) => randomisationTest(without(changes, effect)).pValue
        for (const [end, outwards] of [
          [low, -1],
          [high, 1],
        ] as const) {
          if (end === null) continue
          expect(pAt(end - outwards * 1e-6)).toBeGreaterThan(1 - level)
          expect(pAt(end + outwards * 1e-6)).toBeLessThanOrEqual(1 - level + 1e-9)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('never gives a p-value below the smallest possible one', () => {
    fc.assert(
      fc.property(someStudy, (changes) => {
        const { pValue, smallestPValue } = randomisationTest(changes)
        expect(pValue).toBeGreaterThanOrEqual(smallestPValue - 1e-12)
        expect(pValue).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('counts the mirror image where both groups are equally large', () => {
    const test = randomisationTest(study([9, 8, 7, 1, 2, 3], 3))
    expect(test).toMatchObject({
      assignments: 20,
      pValue: 0.1,
      smallestPValue: 0.1,
      warnings: ['significance_unreachable'],
    })
    expect([test.low, test.high]).toEqual([null, null])
  })

  it('says that one exposed commune is a description', () => {
    expect(randomisationTest(study([5, 1, 2, 3], 1)).warnings).toEqual([
      'too_few_communes',
      'significance_unreachable',
    ])
  })

  it('draws relabellings from a seed when there are too many to try', () => {
    const many = study(
      Array.from({ length: 40 }, (_, index) => (index < 20 ? 1 : 0) + Math.sin(index) / 5),
      20,
    )
    const test = randomisationTest(many, 0.95, 7)
    expect(test.assignments).toBe(100_000)
    expect(test.pValue).toBe(1e-5)
    expect(test.warnings).toEqual(['random_selection_of_relabellings'])
    expect(randomisationTest(many, 0.95, 7)).toEqual(test)
  })
})
