// The words of a printed slip with a visit code, in the languages of its wave. Vietnamese and English always; a further
// language only when it has every one of these phrases, because a slip that says the same twice says less.
import { findLanguage, ownLanguages } from '#lib/surveys/languages'

const keys = ['slipTitle', 'slipText', 'slipHow', 'slipUntil'] as const
export type SlipWords = { language: string } & Record<(typeof keys)[number], string>

/** At most three languages fit on a slip: Vietnamese, English and the first of the others that has the words. */
export function slipWords(offered: string[]): SlipWords[] {
  const others = offered.filter((code) => !ownLanguages.some((own) => own === code))
  return [...ownLanguages, ...others].flatMap((code) => wordsIn(code) ?? []).slice(0, 3)
}

function wordsIn(language: string): SlipWords | null {
  const phrases = findLanguage(language)?.phrases ?? {}
  const words = keys.map((key) => [key, phrases[key]])
  return words.every(([, text]) => text) ? ({ language, ...Object.fromEntries(words) } as SlipWords) : null
}
