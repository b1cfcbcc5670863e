// An error that a SurveyModel found, in our words and both languages: SurveyJS speaks one language at a time, and its
// Vietnamese is a machine's. The author's own text, where there is one, takes the place of ours.
import type { Question, SurveyError, SurveyValidator } from 'survey-core'
import type { Fault } from '#lib/problem'
import { answerFault, type FaultCode } from '#lib/surveys/fault-sentences'
import { joinTexts, readText } from '#lib/surveys/local-text'
import type { LocalText } from '#lib/surveys/variable'

type Facts = { limit?: number | string; text?: LocalText }
type Limits = Partial<
  Record<'minValue' | 'maxValue' | 'minLength' | 'maxLength' | 'minCount' | 'maxCount', number>
>

const byType: Record<string, FaultCode> = {
  required: 'required',
  requireoneanswer: 'required',
  requiredinallrowserror: 'rows_required',
  eachrowuniqueeerror: 'row_twice',
  keyduplicationerror: 'row_twice',
  minrowcounterror: 'too_few_rows',
  otherempty: 'words_required',
  requirenumeric: 'not_a_number',
  exceedsize: 'file_too_large',
  exceedfilescount: 'too_many',
  patternincompleteerror: 'wrong_pattern',
}

/** The fault that an error stands for; `path` names the question, `place` the row or repetition that it stands in. */
export function surveyFault(question: Question, path: string, error: SurveyError, place?: LocalText): Fault {
  const own = readText(question.locTitle.getJson()) ?? { vi: question.name }
  const { code, ...facts } = meaning(question, error)
  return answerFault(path, place ? joinTexts(place, own) : own, code, facts)
}

function meaning(question: Question, error: SurveyError): { code: FaultCode } & Facts {
  const code = byType[error.getErrorType()]
  if (code === 'required') return { code, text: readText(question.locRequiredErrorText?.getJson()) }
  if (code && code !== 'not_a_number') return { code }
  const validator = question.validators.find((one) => stands(one, question, error))
  if (validator)
    return { ...ofValidator(validator, question.value), text: readText(validator.locText.getJson()) }
  return limitFault(question) ?? countFault(question) ?? { code: code ?? 'rule_broken', ...spoken(error) }
}

/** Asks a validator again whether this error is its own. */
function stands(validator: SurveyValidator, question: Question, error: SurveyError): boolean {
  const properties = question.getDataFilteredProperties()
  const result = validator.validate(question.value, question.processedTitle, properties)
  return Boolean(result?.error) && result.error.getText() === error.getText()
}

function ofValidator(validator: SurveyValidator, value: unknown): { code: FaultCode } & Facts {
  const { minValue, maxValue, minLength, maxLength, minCount, maxCount } = validator as unknown as Limits
  const count = Array.isArray(value) ? value.length : String(value ?? '').length
  switch (validator.getType()) {
    case 'numericvalidator':
      if (Number.isNaN(Number(value))) return { code: 'not_a_number' }
      return Number(value) < (minValue ?? Number.NEGATIVE_INFINITY)
        ? { code: 'too_small', limit: minValue }
        : { code: 'too_large', limit: maxValue }
    case 'textvalidator':
      if (minLength && count < minLength) return { code: 'too_short', limit: minLength }
      return maxLength && count > maxLength ? { code: 'too_long', limit: maxLength } : { code: 'no_digits' }
    case 'answercountvalidator':
      return minCount && count < minCount
        ? { code: 'too_few', limit: minCount }
        : { code: 'too_many', limit: maxCount ?? 0 }
    case 'regexvalidator':
      return { code: 'wrong_pattern' }
    case 'emailvalidator':
      return { code: 'not_an_email' }
    default:
      return { code: 'rule_broken' }
  }
}

type Limited = {
  isValueLessMin?: boolean
  isValueGreaterMax?: boolean
  renderedMin?: number | string
  renderedMax?: number | string
  inputType?: string
}

function limitFault(question: Question): ({ code: FaultCode } & Facts) | undefined {
  if (question.getType() !== 'text') return undefined
  const entry = question as unknown as Limited
  if (entry.isValueLessMin) return { code: 'too_small', limit: entry.renderedMin }
  if (entry.isValueGreaterMax) return { code: 'too_large', limit: entry.renderedMax }
  return entry.inputType === 'email' ? { code: 'not_an_email' } : undefined
}

function countFault(question: Question): ({ code: FaultCode } & Facts) | undefined {
  const { minSelectedChoices: min, maxSelectedChoices: max } = question as unknown as Record<string, number>
  const count = Array.isArray(question.value) ? question.value.length : 0
  if (min && count < min) return { code: 'too_few', limit: min }
  return max && count > max ? { code: 'too_many', limit: max } : undefined
}

/** The error's own words: the author's in most cases. */
function spoken(error: SurveyError): Facts {
  const text = error.getText()
  return text ? { text: { vi: text } } : {}
}
