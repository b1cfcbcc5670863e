import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeDesign } from '#lib/stats/design'
import { differenceInDifferences } from '#lib/stats/difference-in-differences'

/** Eight villages in two strata, asked in both waves, five people each time. */
const rows = Array.from({ length: 80 }, (_, row) => ({
  village: Math.floor(row / 10),
  isExposed: Math.floor(row / 10) % 2,
  isAfter: row % 2,
}))
const study = fc
  .record({
    values: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 80, maxLength: 80 }),
    weights: fc.array(fc.double({ min: 0.5, max: 9, noNaN: true }), { minLength: 80, maxLength: 80 }),
  })
  .map(({ values, weights }) => ({
    design: makeDesign({
      weights,
      strata: rows.map(({ village }) => (village < 4 ? 'a' : 'b')),
      clusters: [rows.map(({ village }) => village)],
    }),
    data: { values, isExposed: rows.map((row) => row.isExposed), isAfter: rows.map((row) => row.isAfter) },
  }))

describe('differenceInDifferences', () => {
  it('changes its sign, and nothing else, when the waves or the groups are swapped', () => {
    fc.assert(
      fc.property(study, ({ design, data }) => {
        const { effect } = differenceInDifferences(design, data)
        const swaps = [
          { ...data, isAfter: data.isAfter.map((value) => 1 - value) },
          { ...data, isExposed: data.isExposed.map((value) => 1 - value) },
        ]
        for (const swapped of swaps) {
          const other = differenceInDifferences(design, swapped).effect
          expect(other.value).toBeCloseTo(-effect.value, 12)
          expect(other.standardError).toBeCloseTo(effect.standardError!, 12)
          expect(other.low).toBeCloseTo(-effect.high!, 12)
        }
      }),
    )
  })

  it('is the contrast of its four means and has influence values that add to zero', () => {
    fc.assert(
      fc.property(study, ({ design, data }) => {
        const { effect, means } = differenceInDifferences(design, data)
        const contrast = means.exposedAfter - means.exposedBefore - (means.otherAfter - means.otherBefore)
        expect(effect.value).toBeCloseTo(contrast, 12)
        expect(effect.influence.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 10)
      }),
    )
  })

  it('comes with the five assumptions and says that it speaks of these communes only', () => {
    const { design, data } = fc.sample(study, { numRuns: 1, seed: 1 })[0]!
    const { assumptions, warnings } = differenceInDifferences(design, data)
    expect(assumptions).toEqual([
      'parallel_trends',
      'not_drawn_by_lot',
      'contamination',
      'same_measurement',
      'declared_outcome',
    ])
    expect(warnings).toEqual(['these_communes_only'])
  })

  it('refuses a study without answers in one of the four cells and says which', () => {
    const { design, data } = fc.sample(study, { numRuns: 1, seed: 1 })[0]!
    const domain = rows.map((row) => !(row.isExposed && !row.isAfter))
    expect(() => differenceInDifferences(design, data, { domain })).toThrow('exposed communes before')
  })
})
