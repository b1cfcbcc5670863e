// Texts of a form: SurveyJS writes them as a plain string or as {default, vi, en, ...}; we always want Vietnamese.
import type { LocalText } from '#lib/surveys/variable'

const languages = ['en', 'cjm', 'rog'] as const
export type Language = keyof LocalText

/**
 * Reads a SurveyJS text. A plain string, and "default" where "vi" is missing, is Vietnamese: the language of our forms.
 * Returns undefined when there is no text at all.
 */
export function readText(raw: unknown): LocalText | undefined {
  if (typeof raw === 'string') return raw.trim() ? { vi: raw } : undefined
  if (raw === null || typeof raw !== 'object') return undefined
  const texts = raw as Record<string, unknown>
  const vi = [texts.vi, texts.default, texts.en].find((text) => typeof text === 'string' && text.trim())
  if (typeof vi !== 'string') return undefined
  const result: LocalText = { vi }
  for (const language of languages) {
    const text = texts[language] ?? (language === 'en' && texts.vi ? texts.default : undefined)
    if (typeof text === 'string' && text.trim()) result[language] = text
  }
  return result
}

/** The text in a language, Vietnamese where the translation is missing. */
export function inLanguage(text: LocalText, language: Language): string {
  return text[language] ?? text.vi
}

/** "A – B" in every language that both have. */
export function joinTexts(first: LocalText, second: LocalText): LocalText {
  const result: LocalText = { vi: `${first.vi} – ${second.vi}` }
  for (const language of languages) {
    if (first[language] || second[language])
      result[language] = `${inLanguage(first, language)} – ${inLanguage(second, language)}`
  }
  return result
}
