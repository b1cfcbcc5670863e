// Reads the validators of a SurveyJS question. A kind or a setting that is not listed here is reported, not ignored.
import type { Validator } from '#lib/surveys/form'
import { readText } from '#lib/surveys/local-text'
import { type Json, list, type Reading } from '#lib/surveys/reading'

const settings: Record<string, string[]> = {
  numeric: ['minValue', 'maxValue'],
  text: ['minLength', 'maxLength', 'allowDigits'],
  answercount: ['minCount', 'maxCount'],
  regex: ['regex', 'caseInsensitive'],
  email: [],
  expression: ['expression'],
}

/** Reads `validators`; `path` names the question in the report. */
export function readValidators(path: string, raw: unknown, reading: Reading): Validator[] {
  return list(raw).flatMap((json) => {
    const type = String(json.type).replace(/validator$/, '')
    const allowed = Object.hasOwn(settings, type) ? settings[type] : undefined
    if (!allowed) {
      reading.beyondChecker.push(`${path}: validator ${json.type}`)
      return []
    }
    for (const name of Object.keys(json))
      if (name !== 'type' && name !== 'text' && !allowed.includes(name))
        reading.beyondChecker.push(`${path}: validator ${type}.${name}`)
    return [readValidator(type, json)]
  })
}

function readValidator(type: string, json: Json): Validator {
  const text = readText(json.text)
  switch (type) {
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
      return { kind: 'expression', expression: String(json.expression ?? ''), text }
    default:
      return { kind: 'email', text }
  }
}

const number = (raw: unknown) => (typeof raw === 'number' ? raw : undefined)
