// The languages of the pages. Vietnamese is what everything falls back to; forms may know more languages
// (LocalText, read with inLanguage of lib/surveys/local-text).
export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

/** The language that a cookie or a query names, Vietnamese unless it is one of ours. */
export function readLanguage(value: string | undefined): Language {
  return languages.find((language) => language === value) ?? 'vi'
}
