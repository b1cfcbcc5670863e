// Reads free-text entries of a SurveyJS form: the text questions and the fields of a "multipletext".
// Every entry gets a longest length, even where the author gave none: the database is not a place for novels.
import type { Entry, EntryInput, Field, PlainValidator } from '#lib/surveys/form'
import { readText } from '#lib/surveys/local-text'
import { readValidators } from '#lib/surveys/read-validators'
import { expression, type Json, list, type Reading } from '#lib/surveys/reading'

const inputs = new Set<EntryInput>([
  'text',
  'number',
  'range',
  'email',
  'tel',
  'url',
  'date',
  'datetime-local',
  'month',
  'week',
  'time',
  'color',
  'password',
])
/** Inputs whose limits our own checker knows. */
const limitedInputs = new Set('text number range email tel url date month time'.split(' '))
const fieldProperties = new Set(
  'name title isRequired placeholder inputType maxLength validators requiredErrorText inputSize inputTextAlignment'.split(
    ' ',
  ),
)

/** Reads length, type and limits; an unknown input type is reported under the name of the question. */
export function readEntry(path: string, json: Json, longest: number, reading: Reading): Entry {
  const wanted = String(json.inputType ?? 'text')
  const input = inputs.has(wanted as EntryInput) ? (wanted as EntryInput) : 'text'
  const hasLimits = json.min !== undefined || json.max !== undefined
  if (input !== wanted || (hasLimits && !limitedInputs.has(wanted)))
    reading.beyondChecker.push(`${path}: inputType ${wanted}`)
  if (input !== wanted) reading.beyondLight.push(`${path}: inputType ${wanted}`)
  const isLimited = typeof json.maxLength === 'number' && json.maxLength > 0 && json.maskType === undefined
  const own = isLimited ? Number(json.maxLength) : longest
  const isSetByForm = ['defaultValue', 'defaultValueExpression', 'setValueExpression'].some(
    (name) => name in json,
  )
  return {
    input,
    maxLength: own,
    min: readLimit(path, json, 'min', reading),
    max: readLimit(path, json, 'max', reading),
    minExpression: readLimitExpression(json, 'min'),
    maxExpression: readLimitExpression(json, 'max'),
    step: input === 'number' && Number(json.step) > 0 ? Number(json.step) : undefined,
    placeholder: readText(json.placeholder),
    isSetByForm: isSetByForm || undefined,
  }
}

/** Inputs that give a number. */
export const isNumeric = (input: EntryInput) => input === 'number' || input === 'range'

function readLimit(
  path: string,
  json: Json,
  property: 'min' | 'max',
  reading: Reading,
): number | string | undefined {
  const limit = json[property]
  if (typeof limit === 'number') return limit
  if (typeof limit !== 'string' || !limit) return undefined
  if (limit.startsWith('=')) {
    reading.beyondChecker.push(`${path}: ${property} as an expression`)
    return undefined
  }
  return isNumeric(json.inputType as EntryInput) ? Number(limit) : limit
}

function readLimitExpression(json: Json, property: 'min' | 'max'): string | undefined {
  const limit = json[property]
  return (
    expression(json[`${property}ValueExpression`]) ??
    (typeof limit === 'string' && limit.startsWith('=') ? expression(limit.slice(1)) : undefined)
  )
}

/** Reads the fields of a "multipletext" question. */
export function readFields(path: string, json: Json, reading: Reading): Field[] {
  return list(json.items).map((item) => {
    const name = String(item.name)
    const own = `${path}.${name}`
    for (const property of Object.keys(item))
      if (!fieldProperties.has(property)) {
        reading.beyondChecker.push(`${own}: ${property}`)
        if (!/^(min|max|step|defaultValueExpression|minValueExpression|maxValueExpression)$/.test(property))
          reading.beyondLight.push(`${own}: ${property}`)
      }
    return {
      name,
      label: readText(item.title) ?? { vi: name },
      isRequired: item.isRequired === true,
      requiredText: readText(item.requiredErrorText),
      validators: readFieldValidators(own, item.validators, reading),
      ...readEntry(own, item, reading.maxTextLength, reading),
    }
  })
}

function readFieldValidators(path: string, raw: unknown, reading: Reading): PlainValidator[] {
  const validators = readValidators(path, raw, reading)
  const plain = validators.filter((validator): validator is PlainValidator => validator.kind !== 'expression')
  if (plain.length < validators.length) reading.beyondChecker.push(`${path}: validator expression`)
  return plain
}
