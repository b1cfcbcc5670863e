// The shape of what is typed: text of a certain length, a number, a date that exists. White space at the ends, control
// characters and broken halves of characters go; nothing else is repaired.
import type { Fault } from '#lib/problem'
import { answerFault, type FaultCode } from '#lib/surveys/fault-sentences'
import type { Entry } from '#lib/surveys/form'
import type { LocalText } from '#lib/surveys/variable'

const none: { value?: unknown; faults: Fault[] } = { faults: [] }

const date = '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])'
const time = '([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,3})?)?'
const shapes: Partial<Record<Entry['input'], RegExp>> = {
  date: new RegExp(`^${date}$`),
  'datetime-local': new RegExp(`^${date}T${time}$`),
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  week: /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/,
  time: new RegExp(`^${time}$`),
  color: /^#[0-9a-fA-F]{6}$/,
}

/** The check of one entry; `path` names it in faults. */
export function entryCheck(path: string, title: LocalText, entry: Entry) {
  const fail = (code: FaultCode, facts = {}) => ({ faults: [answerFault(path, title, code, facts)] })
  if (entry.input === 'number' || entry.input === 'range')
    return (raw: unknown): typeof none => {
      if (raw === null || raw === undefined || raw === '') return none
      if (typeof raw === 'number' && Number.isFinite(raw)) return { value: raw, faults: [] }
      return fail(typeof raw === 'string' ? 'not_a_number' : 'wrong_type')
    }
  return (raw: unknown): typeof none => {
    if (raw === null || raw === undefined) return none
    if (entry.input === 'text' && isPlainValue(raw, entry)) return { value: raw, faults: [] }
    if (typeof raw !== 'string') return fail('wrong_type')
    if (raw.length > 4 * entry.maxLength + 100) return fail('too_long', { limit: entry.maxLength })
    const value = storable(raw)
    if (!value) return none
    if (value.length > entry.maxLength) return fail('too_long', { limit: entry.maxLength })
    const shape = shapes[entry.input]
    if (shape && !isReal(value, shape)) return fail(entry.input === 'color' ? 'wrong_pattern' : 'not_a_date')
    return { value, faults: [] }
  }
}

/** Expressions and defaults of a form put numbers and yes/no into text fields; a number typed by somebody does no harm. */
const isPlainValue = (raw: unknown, entry: Entry) =>
  typeof raw === 'number'
    ? Number.isFinite(raw) && String(raw).length <= entry.maxLength
    : typeof raw === 'boolean' && entry.isSetByForm === true

const isReal = (value: string, shape: RegExp) =>
  shape.test(value) && (!/^\d{4}-\d\d-\d\d/.test(value) || isDay(value.slice(0, 10)))

function isDay(value: string): boolean {
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}

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
