import { expect, it } from 'vitest'
import type { PaperField } from '#lib/surveys/paper-form/paper-field'
import { boxWords, typedWords } from '#lib/surveys/paper-form/typed-words'

const choices = [
  { code: 1, value: 'a', label: { vi: 'Loa', en: 'Loudspeaker' } },
  { code: 12, value: 'b', label: { vi: 'Báo', en: 'Newspaper' } },
  { code: 98, value: 98, label: { vi: 'Không biết' } },
]
const field: PaperField = {
  key: 'q',
  path: ['q'],
  number: '1',
  label: { vi: 'Câu' },
  shape: 'several',
  choices,
}

it('says what each box means that somebody typed, and leaves alone what is no box', () => {
  expect(typedWords(field, '1', 'vi')).toBe('1 Loa')
  expect(typedWords(field, '1+12', 'en')).toBe('1 Loudspeaker + 12 Newspaper')
  expect(typedWords(field, '98', 'en'), 'in Vietnamese where English lacks').toBe('98 Không biết')
  expect(typedWords(field, '2', 'vi')).toBe('2')
  expect(typedWords({ ...field, choices: [] }, '45', 'vi')).toBe('45')
  expect(typedWords(field, '', 'vi')).toBe('')
})

it('names a mark that cannot be decided', () => {
  expect(typedWords(field, '*', 'vi')).toBe('* dấu không rõ')
})

it('lists every box for whoever keys in', () => {
  expect(boxWords(field, 'vi')).toBe('1 Loa · 12 Báo · 98 Không biết')
})
