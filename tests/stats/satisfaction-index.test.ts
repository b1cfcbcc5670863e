import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeDesign } from '#lib/stats/design'
import { type SatisfactionFactor, satisfactionIndex } from '#lib/stats/satisfaction-index'

const codes = { satisfied: [4, 5], valid: [1, 2, 3, 4, 5] }
const rows = 24
const isAfter = Array.from({ length: rows }, (_, row) => row % 2)
const design = (weights: number[]) =>
  makeDesign({ weights, clusters: [Array.from({ length: rows }, (_, row) => Math.floor(row / 4))] })
const answers = fc.array(fc.constantFrom(1, 2, 3, 4, 5, 8), { minLength: rows, maxLength: rows })
const survey = fc
  .record({
    items: fc.array(answers, { minLength: 5, maxLength: 5 }),
    weights: fc.array(fc.double({ min: 1, max: 9, noNaN: true }), { minLength: rows, maxLength: rows }),
  })
  .map(({ items, weights }) => ({ weights, factors: makeFactors(items) }))

function makeFactors(items: number[][]): SatisfactionFactor[] {
  // the first four rows of both waves and groups hold a valid answer, so that every share exists
  const safe = items.map((column) => column.map((answer, row) => (row % 12 < 2 && answer === 8 ? 3 : answer)))
  const item = (place: number) => ({ name: `q${place}`, answers: safe[place]! })
  return [
    { name: 'access', items: [item(0), item(1)], weight: 2 },
    { name: 'staff', items: [item(2), item(3), item(4)], weight: 3 },
  ]
}

const readings = ['pooled-item-share', 'mean-of-item-shares'] as const

describe('satisfactionIndex', () => {
  it.each(readings)(
    'lies between 0 and 1, interval included, and its influence values add to zero: %s',
    (reading) => {
      fc.assert(
        fc.property(survey, ({ weights, factors }) => {
          const { index, low, high } = satisfactionIndex(design(weights), factors, { codes, reading })
          expect(index.value).toBeGreaterThanOrEqual(0)
          expect(index.value).toBeLessThanOrEqual(1 + 1e-12)
          expect(low).toBeGreaterThanOrEqual(0)
          expect(high).toBeLessThanOrEqual(1)
          expect(index.influence.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 10)
        }),
      )
    },
  )

  it.each(readings)('does not depend on the scale of survey weights or of factor weights: %s', (reading) => {
    fc.assert(
      fc.property(survey, ({ weights, factors }) => {
        const plain = satisfactionIndex(design(weights), factors, { codes, reading }).index
        const scaled = satisfactionIndex(
          design(weights.map((weight) => 1000 * weight)),
          factors.map((factor) => ({ ...factor, weight: 20 * factor.weight })),
          { codes, reading },
        ).index
        expect(scaled.value).toBeCloseTo(plain.value, 12)
        expect(scaled.standardError).toBeCloseTo(plain.standardError!, 12)
      }),
    )
  })

  it('is 1 when everybody is satisfied with everything, without pretending certainty about it', () => {
    const everything = makeFactors(Array.from({ length: 5 }, () => new Array<number>(rows).fill(5)))
    const { index } = satisfactionIndex(design(new Array<number>(rows).fill(1)), everything, { codes })
    expect(index.value).toBe(1)
    expect(index.warnings).toContain('no_variation')
  })

  it('knows that the same people answer all factors', () => {
    const same = Array.from({ length: rows }, (_, row) => (row % 3 ? 5 : 1))
    const factors = makeFactors(Array.from({ length: 5 }, () => same))
    const { index, standardErrorIfIndependent } = satisfactionIndex(
      design(isAfter.map((value) => 1 + value)),
      factors,
      { codes },
    )
    // two factors that say the same: the right error is that of one of them
    expect(index.standardError! / standardErrorIfIndependent).toBeCloseTo(
      1 / Math.sqrt(0.4 ** 2 + 0.6 ** 2),
      10,
    )
  })

  it('refuses a factor that nobody answered', () => {
    const unsure = makeFactors(Array.from({ length: 5 }, () => new Array<number>(rows).fill(8)))
    const domain = isAfter.map((_, row) => row === 5)
    expect(() => satisfactionIndex(design(isAfter.map(() => 1)), unsure, { codes, domain })).toThrow(
      expect.objectContaining({ code: 'zero_denominator' }),
    )
  })
})
