// Reads the validators of a SurveyJS question. A kind or a setting that is not listed here is reported, not ignored.
import type { Validator } from '#lib/surveys/form'
import { readText } from '#lib/surveys/local-text'

type Json = Record<string, unknown>

const settings: Record<string, string[]> = {
  numeric: ['minValue', 'maxValue'],
  text: ['minLength', 'maxLength', 'allowDigits'],
  answercount: ['minCount', 'maxCount'],
  regex: ['regex', 'caseInsensitive'],
  email: [],
  expression: ['expression'],
}

/** Reads `validators`; `owner` names the question in the report. */
export function readValidators(owner: string, raw: unknown, unsupported: string[]): Validator[] {
  const validators = Array.isArray(raw) ? (raw as Json[]) : []
  return validators.flatMap((json) => {
    const allowed = settings[String(json.type)]
    if (!allowed) {
      unsupported.push(`${owner}: validator ${json.type}`)
      return []
    }
    for (const name of Object.keys(json))
      if (name !== 'type' && name !== 'text' && !allowed.includes(name))
        unsupported.push(`${owner}: validator ${json.type}.${name}`)
    return [readValidator(json)]
  })
}

function readValidator(json: Json): Validator {
  const text = readText(json.text)
  switch (json.type) {
    case 'numeric':
      return { kind: 'numeric', min: number(json.minValue), max: number(json.maxValue), text }
    case 'text':
      return {
        kind: 'length',
        min: number(json.minLength),
        max: number(json.maxLength),
        allowDigits: json.allowDigits !== false,
        text,
      }
    case 'answercount':
      return { kind: 'count', min: number(json.minCount), max: number(json.maxCount), text }
    case 'regex':
      return {
        kind: 'regex',
        pattern: String(json.regex),
        flags: json.caseInsensitive === true ? 'i' : '',
        text,
      }
    case 'expression':
      return { kind: 'expression', expression: String(json.expression), text }
    default:
      return { kind: 'email', text }
  }
}

const number = (raw: unknown) => (typeof raw === 'number' ? raw : undefined)
