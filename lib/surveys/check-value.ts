// First gate of an answer: has it the shape that the question offers? survey-core would let most of this through (99 on a
// five-point scale, unknown rows, over-long text), so that it is ours. Nothing is repaired except white space and
// characters that cannot be stored.
import type { Fault } from '#lib/problem'
import { answerFault, type FaultCode } from '#lib/surveys/fault-sentences'
import type { Choice, Entry, Question } from '#lib/surveys/form'
import type { LocalText } from '#lib/surveys/variable'

/** `value` is undefined when there is no answer: null, "", [], {} and blanks count as none. */
export type CheckedValue = { value?: unknown; faults: Fault[] }
export type ValueCheck = (raw: unknown) => CheckedValue

const none: CheckedValue = { faults: [] }

/** The check of a question's own value. */
export function valueCheck(question: Question): ValueCheck {
  switch (question.kind) {
    case 'single':
      return choiceCheck(question.name, question.title, question.choices)
    case 'multiple':
      return severalCheck(question.name, question.title, question.choices)
    case 'text':
      return entryCheck(question.name, question.title, question)
    case 'matrix': {
      const checks = question.rows.map(
        (row) =>
          [row.name, choiceCheck(`${question.name}.${row.name}`, row.label, question.columns)] as const,
      )
      return partsCheck(question.name, question.title, new Map(checks))
    }
    case 'fields': {
      const checks = question.fields.map(
        (field) => [field.name, entryCheck(`${question.name}.${field.name}`, field.label, field)] as const,
      )
      return partsCheck(question.name, question.title, new Map(checks))
    }
    default:
      return () => fail(question.name, question.title, 'wrong_type')
  }
}

/** The check of the words beside a question. */
export function wordsCheck(key: string, title: LocalText, maxLength: number): ValueCheck {
  return entryCheck(key, title, { input: 'text', maxLength })
}

function choiceCheck(path: string, title: LocalText, choices: Choice[]): ValueCheck {
  const offered = new Set(choices.map((choice) => choice.value))
  const texts = new Set(choices.map((choice) => String(choice.value)))
  return (raw) => {
    if (raw === null || raw === undefined || raw === '') return none
    if (offered.has(raw as Choice['value'])) return { value: raw, faults: [] }
    if (typeof raw === 'object' || texts.has(String(raw))) return fail(path, title, 'wrong_type')
    return fail(path, title, 'value_not_offered', { value: raw })
  }
}

function severalCheck(path: string, title: LocalText, choices: Choice[]): ValueCheck {
  const one = choiceCheck(path, title, choices)
  const exclusive = new Set(choices.filter((choice) => choice.isExclusive).map((choice) => choice.value))
  return (raw) => {
    if (raw === null || raw === undefined || raw === '') return none
    if (!Array.isArray(raw) || raw.length > choices.length + 100) return fail(path, title, 'wrong_type')
    const faults = raw.flatMap((value) => {
      const checked = one(value)
      return checked.value === undefined && checked.faults.length === 0
        ? fail(path, title, 'wrong_type').faults
        : checked.faults
    })
    if (faults.length) return { faults: faults.slice(0, 1) }
    const twice = raw.find((value, index) => raw.indexOf(value) !== index)
    if (twice !== undefined) return fail(path, title, 'value_twice', { value: twice })
    const alone = raw.length > 1 ? raw.find((value) => exclusive.has(value)) : undefined
    if (alone !== undefined)
      return fail(path, title, 'excludes_others', {
        value: choices.find((choice) => choice.value === alone)?.label.vi,
      })
    return raw.length ? { value: raw, faults: [] } : none
  }
}

function partsCheck(path: string, title: LocalText, parts: Map<string, ValueCheck>): ValueCheck {
  return (raw) => {
    if (raw === null || raw === undefined || raw === '') return none
    if (typeof raw !== 'object' || Array.isArray(raw)) return fail(path, title, 'wrong_type')
    const given = raw as Record<string, unknown>
    const unknown = Object.keys(given).find((key) => !parts.has(key))
    if (unknown !== undefined) return fail(path, title, 'unknown_row', { value: unknown })
    const value: Record<string, unknown> = {}
    const faults: Fault[] = []
    for (const [name, check] of parts) {
      const checked = check(Object.hasOwn(given, name) ? given[name] : undefined)
      if (checked.value !== undefined) value[name] = checked.value
      faults.push(...checked.faults)
    }
    return Object.keys(value).length ? { value, faults } : { faults }
  }
}

const shapes: Partial<Record<Entry['input'], RegExp>> = {
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  time: /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/,
}

function entryCheck(path: string, title: LocalText, entry: Entry): ValueCheck {
  if (entry.input === 'number')
    return (raw) => {
      if (raw === null || raw === undefined || raw === '') return none
      if (typeof raw === 'number' && Number.isFinite(raw)) return { value: raw, faults: [] }
      return fail(path, title, typeof raw === 'string' ? 'not_a_number' : 'wrong_type')
    }
  return (raw) => {
    if (raw === null || raw === undefined) return none
    if (typeof raw !== 'string') return fail(path, title, 'wrong_type')
    if (raw.length > 4 * entry.maxLength + 100)
      return fail(path, title, 'too_long', { limit: entry.maxLength })
    const value = storable(raw)
    if (!value) return none
    if (value.length > entry.maxLength) return fail(path, title, 'too_long', { limit: entry.maxLength })
    const shape = shapes[entry.input]
    if (shape && !isReal(value, shape)) return fail(path, title, 'not_a_date')
    return { value, faults: [] }
  }
}

const isReal = (value: string, shape: RegExp) =>
  shape.test(value) && (value.length !== 10 || new Date(`${value}T00:00:00Z`).toISOString().startsWith(value))

/** Without control characters and broken halves of characters (PostgreSQL refuses both), composed, trimmed. */
function storable(raw: string): string {
  return (
    raw
      .replace(/\p{Surrogate}/gu, '')
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must go
      .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
      .normalize('NFC')
      .trim()
  )
}

function fail(path: string, title: LocalText, code: FaultCode, facts = {}): CheckedValue {
  return { faults: [answerFault(path, title, code, facts)] }
}
