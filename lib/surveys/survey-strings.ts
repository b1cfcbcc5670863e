// The words that SurveyJS itself puts on a page, laid over its own dictionaries. Used by the server and by the page of
// survey-react-ui alike, so that both say the same.
import { surveyLocalization } from 'survey-core'
import { vietnameseStrings } from '#lib/surveys/vietnamese-strings'

const strings: Record<string, Record<string, string>> = {
  vi: vietnameseStrings,
  en: {
    otherItemText: 'Other',
    noneItemText: 'None of these',
    refuseItemText: 'Prefer not to say',
    pagePrevText: 'Back',
    completeText: 'Send',
  },
}

let isDone = false

/** Lays our words over SurveyJS' own; needed once before a SurveyModel is made. */
export function settleSurveyStrings(): void {
  if (isDone) return
  isDone = true
  const { locales } = surveyLocalization
  for (const [language, words] of Object.entries(strings))
    locales[language] = { ...locales[language], ...words }
}

/** The dictionary of SurveyJS that a language uses: its own, or Vietnamese as everywhere else. */
export function dictionaryOf(language: string): string {
  return surveyLocalization.locales[language] ? language : 'vi'
}
