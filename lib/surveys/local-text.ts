// Texts of a form: SurveyJS writes them as a plain string or as {default, vi, en, ...}; we always want Vietnamese.
import type { LocalText } from '#lib/surveys/variable'

/** Code of a language: of surveys/languages, or any other that a form knows. */
export type Language = string

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
  for (const [language, text] of Object.entries(texts))
    if (isCode(language) && typeof text === 'string' && text.trim()) result[language] = text
  // SurveyJS calls its own language, English, "default" where a text has others too.
  if (!result.en && texts.vi && typeof texts.default === 'string') result.en = texts.default
  return result
}

/** Anything that is no code of a language is left alone. */
const isCode = (key: string) => key !== 'vi' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(key)

/** The text in a language, Vietnamese where the translation is missing. */
export function inLanguage(text: LocalText, language: Language): string {
  return text[language] ?? text.vi
}

/** "A – B" in every language that both have. */
export function joinTexts(first: LocalText, second: LocalText): LocalText {
  const result: LocalText = { vi: `${first.vi} – ${second.vi}` }
  for (const language of new Set([...Object.keys(first), ...Object.keys(second)])) {
    if (language !== 'vi' && (first[language] || second[language]))
      result[language] = `${inLanguage(first, language)} – ${inLanguage(second, language)}`
  }
  return result
}
