// A code frame is refused when it codes a question or a channel that does not exist, or when a word means two things.
import { expect, test } from 'vitest'
import type { ChannelsFile } from '#lib/definitions/channels-file'
import { checkCodeFrame } from '#lib/definitions/check-code-frame'
import type { FormFile } from '#lib/definitions/form-file'
import { heardWhere } from '../support/heard-where'
import { reformChannels } from '../support/reform-channels'

const form = {
  slug: 'awareness',
  form: {
    pages: [
      {
        elements: [
          { type: 'comment', name: 'heard_where', title: 'Where?', maxLength: 300 },
          { type: 'rating', name: 'opinion', title: 'How much?' },
        ],
      },
    ],
  },
} as unknown as FormFile
const check = (changes: Partial<typeof heardWhere>, channels: ChannelsFile[] = [reformChannels]) =>
  checkCodeFrame({ ...heardWhere, ...changes }, { forms: [form], channels }).map(({ code }) => code)

test('the frame as it is has no fault', () => {
  expect(check({})).toEqual([])
})

test('its question must be an open one of its form', () => {
  expect(check({ question: 'unknown' })).toEqual(['unknown_question'])
  expect(check({ question: 'opinion' })).toEqual(['unknown_question'])
  expect(check({ form: 'other' })).toEqual(['unknown_question'])
})

test('its codes are channels, each once', () => {
  const [loudspeaker] = heardWhere.codes
  expect(check({ codes: [{ code: 'pigeon', words: ['bồ câu'] }] })).toEqual(['unknown_channel'])
  expect(check({ codes: [loudspeaker!, { ...loudspeaker!, words: ['x'] }] })).toEqual(['duplicate_code'])
})

test('a word stands in one place only, however its tone was placed, and is a word', () => {
  expect(check({ otherWords: ['Toạ đàm'] })).toEqual(['repeated_word'])
  expect(check({ otherWords: ['…'] })).toContain('unreadable_word')
  expect(check({ otherWords: ['hai, ba'] })).toEqual(['unreadable_word'])
})
