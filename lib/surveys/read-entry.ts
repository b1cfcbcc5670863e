// Reads free-text entries of a SurveyJS form: the text questions and the fields of a "multipletext".
// Every entry gets a longest length, even where the author gave none: the database is not a place for novels.
import type { Entry, Field, PlainValidator } from '#lib/surveys/form'
import { readText } from '#lib/surveys/local-text'
import { readValidators } from '#lib/surveys/read-validators'

type Json = Record<string, unknown>

const inputs = ['text', 'number', 'email', 'tel', 'url', 'date', 'month', 'time'] as const
const fieldProperties = new Set(
  'name title isRequired placeholder inputType maxLength validators requiredErrorText inputSize inputTextAlignment'.split(
    ' ',
  ),
)

/** Reads length, type and limits; an unknown input type is reported under the name of the question. */
export function readEntry(json: Json, longest: number, unsupported: string[]): Entry {
  const input = inputs.find((type) => type === (json.inputType ?? 'text'))
  if (!input) unsupported.push(`${json.name}: inputType ${json.inputType}`)
  const own = typeof json.maxLength === 'number' && json.maxLength > 0 ? json.maxLength : longest
  return {
    input: input ?? 'text',
    maxLength: own,
    min: readLimit(json, 'min', unsupported),
    max: readLimit(json, 'max', unsupported),
    step: json.inputType === 'number' && Number(json.step) > 0 ? Number(json.step) : undefined,
    placeholder: readText(json.placeholder),
  }
}

function readLimit(json: Json, property: 'min' | 'max', unsupported: string[]): number | string | undefined {
  const limit = json[property]
  if (typeof limit === 'number') return limit
  if (typeof limit !== 'string' || !limit) return undefined
  if (limit.startsWith('=')) unsupported.push(`${json.name}: ${property} as an expression`)
  return json.inputType === 'number' ? Number(limit) : limit
}

/** Reads the fields of a "multipletext" question. */
export function readFields(
  json: Json,
  question: string,
  reading: { unsupported: string[]; maxTextLength: number },
): Field[] {
  const items = Array.isArray(json.items) ? (json.items as Json[]) : []
  return items.map((item) => {
    const name = String(item.name)
    for (const property of Object.keys(item))
      if (!fieldProperties.has(property)) reading.unsupported.push(`${question}.${name}: ${property}`)
    return {
      name,
      label: readText(item.title) ?? { vi: name },
      isRequired: item.isRequired === true,
      validators: readFieldValidators(`${question}.${name}`, item.validators, reading.unsupported),
      ...readEntry({ ...item, name: `${question}.${name}` }, reading.maxTextLength, reading.unsupported),
    }
  })
}

function readFieldValidators(owner: string, raw: unknown, unsupported: string[]): PlainValidator[] {
  const validators = readValidators(owner, raw, unsupported)
  const plain = validators.filter((validator): validator is PlainValidator => validator.kind !== 'expression')
  if (plain.length < validators.length) unsupported.push(`${owner}: validator expression`)
  return plain
}
