import { expect, it } from 'vitest'
import { slipWords } from '#lib/surveys/slip-words'

it('has Vietnamese and English for every wave, and no language that lacks the words', () => {
  expect(slipWords([]).map(({ language }) => language)).toEqual(['vi', 'en'])
  expect(slipWords(['vi', 'en', 'cjm']).map(({ language }) => language)).toEqual(['vi', 'en'])
  for (const words of slipWords(['vi']))
    expect(Object.values(words).every((text) => text.length > 1)).toBe(true)
})
