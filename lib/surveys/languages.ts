// The languages of the citizen pages, from surveys/languages: adding one is adding a file. Forms may be translated into
// all of them; which ones a wave offers, an officer decides.
import { languageFiles } from '#lib/surveys/language-files'
import type { PhraseTexts } from '#lib/surveys/light-form/speak'

export type LanguageCode = keyof typeof languageFiles
export type LanguageFile = {
  /** BCP 47: "vi", "cjm", "cjm-Latn". */
  code: LanguageCode
  /** In the language itself. */
  name: string
  names: { vi: string; en: string }
  direction: 'ltr' | 'rtl'
  /** A font that is only loaded for this language, where phones have none. */
  font?: string
  /** "draft": no native speaker has approved the phrases. */
  review: { status: 'draft' | 'reviewed'; note?: { vi: string; en: string } }
  phrases: PhraseTexts
}

/** What everything falls back to. */
export const mainLanguage = 'vi'
/** Always complete, in our own forms and pages: every wave offers them. */
export const ownLanguages = ['vi', 'en'] as const satisfies LanguageCode[]

const files = languageFiles as Record<LanguageCode, unknown> as Record<LanguageCode, LanguageFile>

/** Every language, Vietnamese and English first. */
export const languages: LanguageFile[] = [
  ...ownLanguages.map((code) => files[code]),
  ...Object.values(files).filter(({ code }) => !ownLanguages.some((own) => own === code)),
]

/** The language with this code; null for one we do not have. */
export function findLanguage(code: string | null | undefined): LanguageFile | null {
  return languages.find((language) => language.code === code) ?? null
}

/** The phrases of Vietnamese: what every other language falls back to. */
export const mainPhrases: PhraseTexts = files[mainLanguage].phrases
