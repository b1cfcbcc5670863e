// Names for the codes in cells of distributions: "access_signs" is the question, "access_signs=4" one of its answers.
import { answerWords } from '#lib/scoring/distribution-cells'
import { answered } from '#lib/scoring/tally-layout'
import { inLanguage } from '#lib/surveys/local-text'
import { noAnswer, notAsked, notCodable, type Variable } from '#lib/surveys/variable'

const silent: Record<number, { vi: string; en: string }> = {
  [notAsked]: { vi: 'Không được hỏi', en: 'Not asked' },
  [noAnswer]: { vi: 'Không trả lời', en: 'No answer' },
  [notCodable]: { vi: 'Tự viết', en: 'Written' },
  [answered]: { vi: 'Có trả lời', en: 'Answered' },
}

/** Code -> name, for every question and every answer it can have. */
export function nameAnswers(variables: readonly Variable[], language: 'vi' | 'en'): Record<string, string> {
  const names: Record<string, string> = {}
  for (const variable of variables) {
    names[variable.name] = inLanguage(variable.label, language)
    for (const { value, label } of variable.values)
      names[`${variable.name}=${value}`] = inLanguage(label, language)
    for (const [code, word] of Object.entries(answerWords))
      names[`${variable.name}=${word}`] = silent[Number(code)]![language]
  }
  return names
}
