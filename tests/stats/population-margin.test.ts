import { describe, expect, it } from 'vitest'
import { codeMargins, type PopulationMargin } from '#lib/stats/population-margin'

const sex = (female: number, male: number): PopulationMargin => ({
  name: 'sex',
  categories: ['F', 'M', 'F'],
  totals: [
    { category: 'F', total: female },
    { category: 'M', total: male },
  ],
})
const age: PopulationMargin = {
  name: 'age group',
  categories: ['young', 'old', 'old'],
  totals: [
    { category: 'young', total: 30 },
    { category: 'old', total: 70 },
  ],
}
const weights = [1, 1, 1]

describe('codeMargins', () => {
  it.each([
    [
      'a sampled category without a population total',
      [age, { ...sex(60, 40), totals: [{ category: 'F', total: 60 }] }],
      'margin_category_missing',
      { margin: 'sex', category: 'M' },
    ],
    [
      'a respondent without an answer',
      [{ ...sex(60, 40), categories: ['F', null, 'M'] }],
      'margin_category_missing',
      { margin: 'sex', category: null },
    ],
    [
      'a population category without respondents',
      [sex(60, 40), { ...age, totals: [...age.totals, { category: 'very old', total: 5 }] }],
      'margin_category_not_in_sample',
      { margin: 'age group', category: 'very old' },
    ],
    [
      'a total of zero',
      [age, sex(100, 0)],
      'margin_total_not_positive',
      { margin: 'sex', category: 'M', total: 0 },
    ],
    ['a negative total', [age, sex(110, -10)], 'margin_total_not_positive', { margin: 'sex', category: 'M' }],
    [
      'different populations',
      [age, sex(61, 40)],
      'margin_totals_differ',
      { margin: 'sex', otherMargin: 'age group' },
    ],
  ])('refuses %s and names the margin', (_what, margins, code, details) => {
    const attempt = () => codeMargins(weights, margins)
    expect(attempt).toThrow(expect.objectContaining({ code, details: expect.objectContaining(details) }))
    expect(attempt).toThrow(`"${details.margin}"`)
  })

  it('accepts totals that differ by rounding only', () => {
    expect(codeMargins(weights, [age, sex(60.00001, 40)])).toHaveLength(2)
  })
})
