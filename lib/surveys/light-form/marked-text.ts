// Texts as markup that says which language they are in: what falls back to Vietnamese on a page in another language is
// wrapped in a span with that `lang`, so that screen readers and reading aloud pronounce it right (WCAG 3.1.2).
import { findLanguage, type LanguageCode, languages, mainLanguage, mainPhrases } from '#lib/surveys/languages'
import { html, Markup } from '#lib/surveys/light-form/html'
import { type MarkedPhrases, speak } from '#lib/surveys/light-form/speak'
import type { LocalText } from '#lib/surveys/variable'

/** A text in a language, marked where it had to fall back. */
export function markedText(text: LocalText, language: string): Markup {
  const own = text[language]
  return own === undefined ? inMainLanguage(text.vi, language) : html`${own}`
}

const inMainLanguage = (text: string, language: string): Markup =>
  language === mainLanguage || !/\p{L}/u.test(text)
    ? html`${text}`
    : html`<span lang=${mainLanguage}>${text}</span>`

/** The phrases of each language as markup. */
export const markedPhrases = Object.fromEntries(
  languages.map(({ code, phrases }) => [
    code,
    speak(phrases, mainPhrases, (text, isFallback) =>
      isFallback ? inMainLanguage(text, code) : html`${text}`,
    ),
  ]),
) as Record<LanguageCode, MarkedPhrases<Markup>>

/** The attribute `dir` of a language, where it is not the usual one. */
export function directionOf(language: LanguageCode): Markup | false {
  const direction = findLanguage(language)?.direction
  return direction === 'rtl' && new Markup(' dir=rtl')
}
