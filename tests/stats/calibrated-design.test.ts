import { describe, expect, it } from 'vitest'
import { calibrate } from '#lib/stats/calibrate'
import { makeCalibratedDesign } from '#lib/stats/calibrated-design'
import { makeDesign } from '#lib/stats/design'
import { designCovariance } from '#lib/stats/design-covariance'
import { codeMargins } from '#lib/stats/population-margin'
import { rake } from '#lib/stats/rake'

const base = [4, 5, 6, 4, 5, 6, 7, 3]
const clusters = [['a', 'a', 'b', 'b', 'c', 'c', 'd', 'd']]
const sex = ['F', 'M', 'F', 'F', 'M', 'M', 'F', 'M']
const age = ['o', 'y', 'y', 'o', 'o', 'y', 'y', 'o']
const margins = [
  {
    name: 'sex',
    categories: sex,
    totals: [
      { category: 'F', total: 30 },
      { category: 'M', total: 20 },
    ],
  },
  {
    name: 'age',
    categories: age,
    totals: [
      { category: 'o', total: 22 },
      { category: 'y', total: 28 },
    ],
  },
]
const answer = [3, 1, 4, 1, 5, 9, 2, 6]

describe('makeCalibratedDesign', () => {
  it('leaves no standard error in any raked margin, and some in everything else', () => {
    const { weights } = rake(base, margins)
    const design = makeCalibratedDesign(makeDesign({ weights: base, clusters }), weights, {
      margins: codeMargins(base, margins),
    })
    const total = (values: number[]) => Float64Array.from(weights, (weight, row) => weight * values[row]!)
    const women = total(sex.map((value) => Number(value === 'F')))
    const old = total(age.map((value) => Number(value === 'o')))
    const [ofWomen, , , , ofOld, , , , ofAnswers] = designCovariance(design, [women, old, total(answer)])
    expect(ofWomen).toBeCloseTo(0, 12)
    expect(ofOld).toBeCloseTo(0, 12)
    expect(ofAnswers).toBeGreaterThan(1)
  })

  it('treats margins and the same margins written as terms alike', () => {
    const { weights } = rake(base, margins)
    const plain = makeDesign({ weights: base, clusters })
    const dummies = margins.flatMap(({ categories, totals }) =>
      totals.map(({ category, total }) => ({
        name: category,
        values: categories.map((value) => Number(value === category)),
        total,
      })),
    )
    const influence = Float64Array.from(answer)
    const asMargins = makeCalibratedDesign(plain, weights, { margins: codeMargins(base, margins) })
    const asTerms = makeCalibratedDesign(plain, weights, { terms: dummies })
    expect(designCovariance(asTerms, [influence])[0]).toBeCloseTo(
      designCovariance(asMargins, [influence])[0]!,
      9,
    )
  })

  it('accepts the negative weights of an unbounded linear calibration', () => {
    const terms = [
      { name: 'persons', values: base.map(() => 1), total: 40 },
      { name: 'answer', values: answer, total: 300 },
    ]
    const { weights, warnings } = calibrate(base, terms, 'linear', null)
    expect(warnings).toEqual(['negative_weights'])
    const design = makeCalibratedDesign(makeDesign({ weights: base, clusters }), weights, { terms })
    const influence = Float64Array.from(weights, (weight, row) => weight * answer[row]!)
    expect(designCovariance(design, [influence])[0]).toBeCloseTo(0, 9)
  })

  it('refuses a design that is calibrated already', () => {
    const coded = codeMargins(base, margins)
    const design = makeCalibratedDesign(makeDesign({ weights: base, clusters }), Float64Array.from(base), {
      margins: coded,
    })
    expect(() => makeCalibratedDesign(design, Float64Array.from(base), { margins: coded })).toThrow(
      RangeError,
    )
  })
})
