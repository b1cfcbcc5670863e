import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalibrationTerm, calibrate } from '#lib/stats/calibrate'
import { rake } from '#lib/stats/rake'

const income = [3, 5, 8, 2, 9, 4, 7, 6]
const women = [1, 0, 1, 1, 0, 0, 1, 0]
const base = [10, 12, 9, 11, 10, 8, 10, 10]
const terms = (persons: number, female: number, total: number): CalibrationTerm[] => [
  { name: 'persons', values: base.map(() => 1), total: persons },
  { name: 'women', values: women, total: female },
  { name: 'income', values: income, total },
]
const reached = (weights: Float64Array, term: CalibrationTerm) =>
  weights.reduce((sum, weight, row) => sum + weight * term.values[row]!, 0)

describe('calibrate', () => {
  it.each([
    ['linear', null],
    ['linear', { lower: 0.5, upper: 2 }],
    ['raking', null],
    ['raking', { lower: 0.5, upper: 2 }],
    ['logit', { lower: 0.5, upper: 2 }],
  ] as const)('reaches the totals with distance %s and bounds %o', (distance, bounds) => {
    fc.assert(
      fc.property(
        fc.double({ min: 78, max: 82, noNaN: true }),
        fc.double({ min: 38, max: 42, noNaN: true }),
        fc.double({ min: 430, max: 450, noNaN: true }),
        (persons, female, total) => {
          const wanted = terms(persons, female, total)
          const { weights } = calibrate(base, wanted, distance, bounds)
          for (const term of wanted) expect(reached(weights, term) / term.total).toBeCloseTo(1, 9)
          if (!bounds) return
          weights.forEach((weight, row) => {
            expect(weight / base[row]!).toBeGreaterThanOrEqual(bounds.lower)
            expect(weight / base[row]!).toBeLessThanOrEqual(bounds.upper)
          })
        },
      ),
    )
  })

  it('gives the weights of raking when the distance is raking and the terms are margins', () => {
    const sex = women.map((value) => (value ? 'F' : 'M'))
    const old = income.map((value) => (value > 5 ? 'old' : 'young'))
    const totals = (a: string, x: number, b: string, y: number) => [
      { category: a, total: x },
      { category: b, total: y },
    ]
    const raked = rake(base, [
      { name: 'sex', categories: sex, totals: totals('F', 55, 'M', 45) },
      { name: 'age', categories: old, totals: totals('old', 60, 'young', 40) },
    ]).weights
    const { weights } = calibrate(
      base,
      [
        { name: 'F', values: women, total: 55 },
        { name: 'M', values: women.map((value) => 1 - value), total: 45 },
        { name: 'old', values: old.map((value) => Number(value === 'old')), total: 60 },
        { name: 'young', values: old.map((value) => Number(value === 'young')), total: 40 },
      ],
      'raking',
      null,
    )
    for (const [row, weight] of weights.entries()) expect(weight).toBeCloseTo(raked[row]!, 7)
  })

  it('warns of negative weights, which only the linear distance can give', () => {
    const far = terms(80, 40, 680)
    expect(calibrate(base, far, 'linear', null).warnings).toEqual(['negative_weights'])
    expect(calibrate(base, far, 'raking', null).warnings).toEqual([])
  })

  it('refuses totals that no weights within the bounds reach', () => {
    expect(() => calibrate(base, terms(200, 40, 440), 'logit', { lower: 0.5, upper: 2 })).toThrow(
      expect.objectContaining({ code: 'not_converged' }),
    )
  })

  it('refuses totals that contradict each other', () => {
    const contradiction = [...terms(80, 40, 440), { name: 'women again', values: women, total: 41 }]
    expect(() => calibrate(base, contradiction, 'linear', null)).toThrow(
      expect.objectContaining({ code: 'not_converged' }),
    )
  })

  it('refuses a category that nobody in the sample has', () => {
    const empty = { name: 'C9', values: base.map(() => 0), total: 12 }
    expect(() => calibrate(base, [...terms(80, 40, 440), empty], 'linear', null)).toThrow('C9')
  })
})
