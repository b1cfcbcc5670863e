import { describe, expect, it } from 'vitest'
import type { FormFile } from '#lib/definitions/form-file'
import { loadDefinitions } from '#lib/definitions/load-definitions'
import { plainLanguageAdvice } from '#lib/definitions/plain-language'

const asking = (vi: string, more: Record<string, unknown> = {}, en = 'Fine?') =>
  plainLanguageAdvice({
    form: { elements: [{ type: 'text', name: 'q', title: { vi, en }, ...more }] },
  } as unknown as FormFile).map(({ code }) => code)
const scale = (labels: string[]) => ({
  type: 'radiogroup',
  choices: labels.map((text, at) => ({ value: at + 1, text: { vi: text, en: text } })),
})

describe('advice on wording', () => {
  it.each([
    ['a question as it should be', 'Ông/bà đợi bao lâu thì được tiếp?', []],
    ['a question that ends in “không?”', 'Ông/bà có phải đi lại nhiều lần không?', []],
    ['a denial that is asked about', 'Có điều gì ông/bà không hài lòng không?', []],
    ['two denials', 'Ông/bà không thấy việc chưa được giải quyết là điều bất tiện', ['double_negative']],
    [
      'two things at once',
      'Ông/bà đánh giá thái độ của cán bộ và thời gian giải quyết thế nào?',
      ['two_questions'],
    ],
    ['and/or', 'Ông/bà nộp hồ sơ và/hoặc nhận kết quả ở đâu?', ['two_questions']],
    ['leading words', 'Chắc hẳn ông/bà hài lòng?', ['leading']],
    ['jargon', 'Ông/bà biết thủ tục phi địa giới qua đâu?', ['jargon']],
    ['a very long question', `${'rất '.repeat(36)}dài?`, ['long_question', 'long_sentence']],
  ])('finds in %s what there is', (_what, vi, codes) => {
    expect(asking(vi)).toEqual(codes)
  })

  it('reads English too', () => {
    expect(asking('Thế nào?', {}, 'Is it not true that it never works?')).toEqual(['double_negative'])
    expect(asking('Thế nào?', {}, 'Do you agree that it is good?')).toEqual(['leading'])
  })

  it('sees a scale that leans to one side, and no fault in one that does not', () => {
    const even = ['Rất không hài lòng', 'Không hài lòng', 'Bình thường', 'Hài lòng', 'Rất hài lòng']
    expect(asking('Thế nào?', scale(even))).toEqual([])
    expect(asking('Thế nào?', scale(even.slice(1)))).toEqual(['unbalanced_scale'])
    expect(asking('Màu gì?', scale(['Xanh', 'Đỏ']))).toEqual([])
  })

  it('finds no lean and no leading words in our own forms', async () => {
    const { definitions } = await loadDefinitions(new URL('../../surveys/', import.meta.url).pathname)
    const forms = definitions.filter((one) => one.kind === 'form')
    expect(forms.length).toBeGreaterThan(0)
    const serious = forms.flatMap(({ slug, body }) =>
      plainLanguageAdvice(body).flatMap(({ code, where }) =>
        ['unbalanced_scale', 'leading', 'double_negative'].includes(code) ? [`${slug} ${where} ${code}`] : [],
      ),
    )
    expect(serious).toEqual([])
  })
})
