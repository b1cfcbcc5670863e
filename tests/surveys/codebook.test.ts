import { describe, expect, it } from 'vitest'
import { codebook } from '#lib/surveys/codebook'

const page = (...elements: unknown[]) => ({ pages: [{ name: 'p1', elements }] })

describe('codebook', () => {
  it('gives one variable to a question with one answer, coded by its own numbers', () => {
    const [variable] = codebook(
      page({
        type: 'radiogroup',
        name: 'overall',
        title: { vi: 'Chung', en: 'Overall' },
        isRequired: true,
        choices: [1, 2, 3, 4, { value: 5, text: { vi: 'Rất hài lòng', en: 'Very satisfied' } }, 98],
        showRefuseItem: true,
      }),
    )
    expect(variable).toMatchObject({ name: 'overall', question: 'overall', kind: 'single', isRequired: true })
    expect(variable?.label).toEqual({ vi: 'Chung', en: 'Overall' })
    expect(variable?.values.map((value) => [value.value, value.code, value.isDontKnow])).toEqual([
      [1, 1, false],
      [2, 2, false],
      [3, 3, false],
      [4, 4, false],
      [5, 5, false],
      [98, 98, true],
      ['refused', 99, true],
    ])
  })

  it('gives words their position as code, and the next free number when it is taken', () => {
    const code = (choices: unknown[]) =>
      codebook(page({ type: 'dropdown', name: 'q', choices }))[0]?.values.map((value) => value.code)
    expect(code(['a', 'b', 'c'])).toEqual([1, 2, 3])
    expect(code([2, 4, 'x', 'y', 5])).toEqual([2, 4, 3, 6, 5])
    expect(code(['1', '0', '07'])).toEqual([1, 0, 7])
    expect(code([-1, 0.5, 40000])).toEqual([1, 2, 3])
  })

  it('gives every row of a matrix its own variable, named question_row', () => {
    const variables = codebook(
      page({
        type: 'matrix',
        name: 'acc',
        title: { vi: 'Tiếp cận', en: 'Access' },
        eachRowRequired: true,
        columns: [1, 2, { value: 98, text: 'Không đủ thông tin' }],
        rows: ['sign', { value: 'seat', text: { vi: 'Chỗ ngồi', en: 'Seats' } }],
      }),
    )
    expect(variables.map(({ name, row, isRequired }) => [name, row, isRequired])).toEqual([
      ['acc_sign', 'sign', true],
      ['acc_seat', 'seat', true],
    ])
    expect(variables[1]?.label).toEqual({ vi: 'Tiếp cận – Chỗ ngồi', en: 'Access – Seats' })
    expect(variables[1]?.shortLabel).toEqual({ vi: 'Chỗ ngồi', en: 'Seats' })
    expect(variables[1]?.values.at(-1)).toMatchObject({ value: 98, code: 98, isDontKnow: true })
  })

  it('gives every option of a question with several answers a 0/1 variable, and the words of "other" a text', () => {
    const variables = codebook(
      page({ type: 'checkbox', name: 'ch', choices: ['loa', 'zalo'], showNoneItem: true, hasOther: true }),
    )
    expect(variables.map(({ name, option, kind, question }) => [name, option, kind, question])).toEqual([
      ['ch_loa', 'loa', 'single', 'ch'],
      ['ch_zalo', 'zalo', 'single', 'ch'],
      ['ch_none', 'none', 'single', 'ch'],
      ['ch_other', 'other', 'single', 'ch'],
      ['ch_Comment', undefined, 'text', 'ch-Comment'],
    ])
    expect(variables[0]?.values.map((value) => value.code)).toEqual([1, 0])
  })

  it('reads ratings, yes/no, dropdown ranges, texts, numbers and several fields, inside panels too', () => {
    const variables = codebook(
      page(
        { type: 'html', name: 'hello', html: 'Xin chào' },
        {
          type: 'panel',
          name: 'inner',
          elements: [
            { type: 'rating', name: 'stars' },
            { type: 'rating', name: 'nps', rateMin: 0, rateMax: 10 },
            { type: 'boolean', name: 'used' },
            { type: 'boolean', name: 'told', valueTrue: 'y', valueFalse: 'n' },
          ],
        },
        { type: 'dropdown', name: 'visits', choicesMin: 1, choicesMax: 3 },
        { type: 'text', name: 'age', inputType: 'number' },
        { type: 'comment', name: 'idea' },
        {
          type: 'multipletext',
          name: 'place',
          items: [{ name: 'village' }, { name: 'year', inputType: 'number' }],
        },
      ),
    )
    const codes = Object.fromEntries(variables.map((v) => [v.name, v.values.map((value) => value.code)]))
    expect(codes).toEqual({
      stars: [1, 2, 3, 4, 5],
      nps: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      used: [1, 0],
      told: [1, 2],
      visits: [1, 2, 3],
      age: [],
      idea: [],
      place_village: [],
      place_year: [],
    })
    expect(variables.map((v) => v.kind).slice(5)).toEqual(['number', 'text', 'text', 'number'])
  })

  it('makes every name safe for SPSS, Stata and R, and different from all others', () => {
    const names = codebook(
      page(
        { type: 'text', name: 'Điểm đến?' },
        { type: 'text', name: 'diem_den_' },
        { type: 'text', name: '1st' },
        { type: 'text', name: 'a_very_long_name_that_stata_would_not_take' },
        { type: 'text', name: 'a_very_long_name_that_stata_would_cut_here' },
      ),
    ).map((variable) => variable.name)
    expect(names).toEqual([
      'Diem_den_',
      'diem_den__2',
      'q_1st',
      'a_very_long_name_that_stata_woul',
      'a_very_long_name_that_stata_wo_2',
    ])
  })

  it('refuses what is no form at all', () => {
    expect(() => codebook('form')).toThrow(TypeError)
  })
})
