import { describe, expect, it } from 'vitest'
import { compileForm } from '#lib/surveys/compile-form'
import { formTexts, translateForm } from '#lib/surveys/form-texts'
import { exampleForms } from './example-forms'

const text = (vi: string) => ({ vi, en: `${vi} en` })
const file = {
  title: text('Phiếu'),
  purpose: text('Mục đích'),
  asker: text('Ai hỏi'),
  handling: text('Cách dùng'),
  retention: text('Thời hạn'),
  consent: text('Đồng ý'),
  form: {
    pages: [
      {
        name: 'start',
        title: text('Trang một'),
        elements: [
          {
            type: 'radiogroup',
            name: 'used',
            title: text('Đã đến chưa?'),
            choices: [{ value: 1, text: text('Có') }, 'không', 98],
            validators: [{ type: 'expression', expression: '{used} notempty', text: text('Chọn đi') }],
          },
          {
            type: 'matrix',
            name: 'm',
            title: 'Bảng',
            columns: [1, 2],
            rows: [{ value: 'a', text: text('Dòng') }],
          },
          {
            type: 'multipletext',
            name: 'f',
            title: text('Ô'),
            items: [{ name: 'village', title: text('Thôn') }],
          },
        ],
      },
    ],
  },
}
const keys = (language?: string) =>
  formTexts(file).flatMap(({ key, text: words }) => (!language || words[language] ? [key] : []))

describe('formTexts', () => {
  it('names every text once, by question and place, and leaves bare numbers out', () => {
    expect(keys()).toEqual([
      ...['~title', '~purpose', '~asker', '~handling', '~retention', '~consent', 'start/title', 'used/title'],
      ...['used/choices/1/text', 'used/choices/không/text', 'used/validators/0/text', 'm/title'],
      ...['m/rows/a/text', 'f/title', 'f/items/village/title'],
    ])
  })

  it('says where a recording can be attached', () => {
    const owners = formTexts(file).flatMap(({ owner }) => owner ?? [])
    expect(owners).toContain('used')
    expect(owners).toContain('used/choices/1')
    expect(owners.join()).not.toContain('validators')
  })
})

describe('translateForm', () => {
  const all = Object.fromEntries(keys().map((key) => [key, `cjm ${key}`]))

  it('puts every text in, and the reading of the form finds it', () => {
    const translated = translateForm(file, 'cjm', all)
    expect(formTexts(translated).map(({ key, text: words }) => [key, words.cjm])).toEqual(
      keys().map((key) => [key, `cjm ${key}`]),
    )
    const { form, unsupported } = compileForm(translated.form)
    expect(unsupported).toEqual([])
    const [used] = form.questions
    expect(used?.title.cjm).toBe('cjm used/title')
    expect(used?.kind === 'single' && used.choices.map(({ value, label }) => [value, label.cjm])).toEqual([
      [1, 'cjm used/choices/1/text'],
      ['không', 'cjm used/choices/không/text'],
      [98, undefined],
    ])
  })

  it('changes neither the file nor any other language', () => {
    const before = structuredClone(file)
    const translated = translateForm(file, 'cjm', all)
    expect(file).toEqual(before)
    for (const [index, { text: words }] of formTexts(translated).entries())
      expect([words.vi, words.en]).toEqual([formTexts(file)[index]!.text.vi, formTexts(file)[index]!.text.en])
  })

  it('leaves out what is empty or not in the form', () => {
    const translated = translateForm(file, 'cjm', { 'used/title': '  ', 'nowhere/title': 'x' })
    expect(formTexts(translated).every(({ text: words }) => words.cjm === undefined)).toBe(true)
  })

  it.each(exampleForms)('asks the same of $name in every language', ({ form }) => {
    const whole = { ...file, form: form as Record<string, unknown> }
    const texts = Object.fromEntries(formTexts(whole).map(({ key }) => [key, 'ꨌꩌ']))
    const values = (json: unknown) =>
      compileForm(json).codebook.map(({ name, values: allowed }) => [name, allowed.map(({ value }) => value)])
    expect(values(translateForm(whole, 'cjm', texts).form)).toEqual(values(form))
  })
})
