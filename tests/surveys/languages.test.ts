// The files of surveys/languages: right shape, complete where we promise it, every place of a phrase kept.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { languageFile } from '#lib/definitions/language-file'
import { languageFiles } from '#lib/surveys/language-files'
import { findLanguage, languages, mainPhrases, ownLanguages } from '#lib/surveys/languages'
import { phrases } from '#lib/surveys/light-form/phrases'
import { placesOf } from '#lib/surveys/light-form/speak'
import { languageList } from '../../prisma/list-languages'

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))
const codes = readdirSync(path('surveys/languages')).map((file) => file.replace(/\.json$/, ''))

it('lists exactly the files of the folder', () => {
  expect(readFileSync(path('lib/surveys/language-files.ts'), 'utf8')).toBe(languageList(codes))
  expect(Object.keys(languageFiles).sort()).toEqual(codes.sort())
})

describe.each(languages)('$code', (language) => {
  it('has the shape of a language file and is called by its code', () => {
    expect(languageFile.safeParse(language).error?.issues).toBeUndefined()
    expect(codes).toContain(language.code)
    expect(findLanguage(language.code)).toBe(language)
  })

  it('says nothing that the pages do not know, and keeps the places to fill', () => {
    for (const [key, text] of Object.entries(language.phrases)) {
      const base = key.replace(/One$/, '')
      expect(mainPhrases[key] ?? mainPhrases[base], key).toBeDefined()
      const places = [...(text ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort()
      if (key === base) expect(places, key).toEqual([...placesOf(key)].sort())
    }
  })
})

it.each(ownLanguages)('%s is complete', (code) => {
  const own = findLanguage(code)?.phrases ?? {}
  expect(Object.keys(mainPhrases).filter((key) => !own[key]?.trim())).toEqual([])
})

it('fills numbers in, with a form of its own for one', () => {
  expect(phrases.en.part(2, 5)).toBe('Part 2 of 5')
  expect(phrases.en.faultsTitle(1)).toBe('1 answer needs another look')
  expect(phrases.vi.faultsTitle(1)).toBe('Có 1 câu cần xem lại')
})

it('says in Vietnamese what a language lacks', () => {
  expect(phrases.rog.next).toBe(phrases.vi.next)
})
