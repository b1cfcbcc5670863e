// Every sentence of the light form that does not come from the form file, by language. The sentences themselves are data:
// surveys/languages/<code>.json. What a language lacks is said in Vietnamese.
import { type LanguageCode, languages, mainPhrases } from '#lib/surveys/languages'
import { type Phrases, speak } from '#lib/surveys/light-form/speak'

export type { Phrases } from '#lib/surveys/light-form/speak'
export type InterfaceLanguage = LanguageCode

/** As plain strings; markup that marks what falls back is markedPhrases. */
export const phrases = Object.fromEntries(
  languages.map(({ code, phrases: own }) => [code, speak(own, mainPhrases, (text) => text)]),
) as Record<LanguageCode, Phrases>
