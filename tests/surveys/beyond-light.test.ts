import { expect, it } from 'vitest'
import { compileForm } from '#lib/surveys/compile-form'

const text = (name: string) => ({ type: 'text', name, title: name })

it.each<[string, unknown[], string, string]>([
  [
    'two questions of one name',
    [text('a'), text('a')],
    '“a” có hai câu cùng tên',
    '“a” has the same name twice',
  ],
  [
    'an upload',
    [{ type: 'file', name: 'b', title: 'b' }],
    'Câu “b” là tải tệp lên',
    '“b” is an upload of files',
  ],
  [
    'choices that are objects',
    [{ type: 'radiogroup', name: 'c', title: 'c', choices: [{ value: { x: 1 }, text: 'x' }] }],
    '“c” có giá trị là đối tượng JSON ở “choices”',
    '“c” has choices with objects as values',
  ],
])('tells the officer in whole words of one language why SurveyJS shows %s', (_name, elements, vi, en) => {
  const { renderer, reasons } = compileForm({ elements })
  expect(renderer).toBe('surveyjs')
  expect(reasons[0]?.vi).toContain(vi)
  expect(reasons[0]?.en).toContain(en)
})
