// A keyed sheet as answers. The screen runs this on every field to say at once what is mistyped and what is skipped; the
// server runs it again before it stores anything. It knows codes and shapes only: the author's rules are check-sheet's.
import type { Fault } from '#lib/problem'
import { type KeyedSheet, unclearMark } from '#lib/surveys/paper-form/keyed-sheet'
import type { PaperField, PaperQuestion } from '#lib/surveys/paper-form/paper-field'

export type SheetReading = {
  answers: Record<string, unknown>
  /** Keys of fields whose marks could not be decided. */
  unclear: string[]
  /** What is no answer at all: mistyped. `question` is the key of the field. */
  faults: Fault[]
}

/** Reads what was keyed in. Fields that the form does not have are faults. */
export function readSheet(questions: PaperQuestion[], keyed: KeyedSheet): SheetReading {
  const reading: SheetReading = { answers: {}, unclear: [], faults: [] }
  const fields = questions.flatMap((question) => question.fields)
  const known = new Set(fields.map(({ key }) => key))
  for (const key of Object.keys(keyed)) if (!known.has(key)) reading.faults.push(unknownField(key))
  for (const field of fields) {
    if (field.shape === 'rank') continue
    const result = readField(field, keyed[field.key] ?? '')
    if (result.fault) reading.faults.push(result.fault)
    else if (result.isUnclear) reading.unclear.push(field.key)
    else if (result.value !== undefined) put(reading.answers, field.path, result.value)
  }
  for (const question of questions) readRanks(question, keyed, reading)
  for (const key of Object.keys(reading.answers)) dropGaps(reading.answers, key)
  return reading
}

type FieldReading = { value?: unknown; isUnclear?: true; fault?: Fault }

/** One field as typed; nothing at all when it is empty. */
export function readField(field: PaperField, typed: string): FieldReading {
  const text = typed.trim()
  if (text === '') return {}
  if (text === unclearMark) return { isUnclear: true }
  switch (field.shape) {
    case 'one':
      return oneBox(field, text)
    case 'several':
      return severalBoxes(field, text)
    case 'date':
      return date(field, text)
    case 'words':
      return text.length > (field.maxLength ?? 2000)
        ? wrong(field, `dài quá ${field.maxLength} ký tự`, `is longer than ${field.maxLength} characters`)
        : { value: text }
    default:
      return number(field, text)
  }
}

function oneBox(field: PaperField, text: string): FieldReading {
  const choice = field.choices.find(({ code }) => String(code) === text)
  return choice ? { value: choice.value } : noSuchBox(field, text)
}

function severalBoxes(field: PaperField, text: string): FieldReading {
  const codes = [...new Set(text.split(/[+\s,.;]+/).filter(Boolean))]
  const chosen = codes.map((code) => field.choices.find((choice) => String(choice.code) === code))
  const missing = chosen.indexOf(undefined)
  if (missing >= 0) return noSuchBox(field, codes[missing]!)
  if (codes.length > 1 && chosen.some((choice) => choice?.isExclusive))
    return wrong(
      field,
      `có ô không đi cùng ô khác; nếu phiếu đánh dấu như vậy, gõ ${unclearMark}`,
      `has a box that excludes the others; if the sheet is marked so, type ${unclearMark}`,
    )
  return codes.length > 0 ? { value: chosen.map((choice) => choice!.value) } : {}
}

function number(field: PaperField, text: string): FieldReading {
  const value = Number(text.replace(',', '.'))
  if (!Number.isFinite(value)) return wrong(field, 'phải là số', 'must be a number')
  const { min, max } = field
  const isOutside = (min !== undefined && value < Number(min)) || (max !== undefined && value > Number(max))
  if (!isOutside) return { value }
  const range = `${min ?? '…'}–${max ?? '…'}`
  return wrong(
    field,
    `ngoài khoảng ${range}; nếu phiếu ghi đúng như vậy, gõ ${unclearMark}`,
    `is outside ${range}; if the sheet really says so, type ${unclearMark}`,
  )
}

/** "5/6/2026", "05-06-2026" or "05062026": day, month, year, as people write it. */
function date(field: PaperField, text: string): FieldReading {
  const parts = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(text)
  const [, day = '', month = '', year = ''] = parts ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = new Date(`${iso}T00:00:00Z`)
  const isThere = parts !== null && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(iso)
  if (isThere) return { value: iso }
  return wrong(
    field,
    'phải là ngày tháng năm, ví dụ 05062026',
    'must be day, month, year, for example 05062026',
  )
}

/** Ranks written beside choices: 1, 2, 3 ... without gap or double are an order; anything else cannot be decided. */
function readRanks({ key, fields }: PaperQuestion, keyed: KeyedSheet, reading: SheetReading): void {
  const ranked = fields.filter(({ shape }) => shape === 'rank')
  const given = ranked.flatMap((field) => {
    const { value, isUnclear, fault } = readField(field, keyed[field.key] ?? '')
    if (fault) reading.faults.push(fault)
    return value === undefined && !isUnclear ? [] : [{ field, rank: isUnclear ? Number.NaN : Number(value) }]
  })
  if (given.length === 0) return
  given.sort((a, b) => a.rank - b.rank)
  const isOrder = given.every(({ rank }, at) => rank === at + 1)
  const isWhole = given.length === ranked.length || ranked.every(({ canBeLeftOut }) => canBeLeftOut)
  if (isOrder && isWhole) reading.answers[key] = given.map(({ field }) => field.ranked)
  else reading.unclear.push(ranked[0]!.key)
}

function put(answers: Record<string, unknown>, path: (string | number)[], value: unknown): void {
  let at = answers as Record<string | number, unknown>
  path.slice(0, -1).forEach((name, index) => {
    at[name] ??= typeof path[index + 1] === 'number' ? [] : {}
    at = at[name] as Record<string | number, unknown>
  })
  at[path.at(-1)!] = value
}

/** Repetitions that were left empty between filled ones are none. */
function dropGaps(answers: Record<string, unknown>, key: string): void {
  const value = answers[key]
  if (Array.isArray(value)) answers[key] = value.filter((one) => one !== undefined)
}

function noSuchBox(field: PaperField, text: string): FieldReading {
  const codes = field.choices.map(({ code }) => code).join(', ')
  return wrong(field, `không có ô ${text} (có: ${codes})`, `has no box ${text} (there are: ${codes})`)
}

function wrong(field: PaperField, vi: string, en: string): FieldReading {
  const { key: question, number: name } = field
  return { fault: { question, code: 'mistyped', vi: `Câu ${name} ${vi}.`, en: `Question ${name} ${en}.` } }
}

const unknownField = (key: string): Fault => ({
  question: key.slice(0, 90),
  code: 'unknown_question',
  vi: `Phiếu này không có câu “${key.slice(0, 90)}”.`,
  en: `This form has no question “${key.slice(0, 90)}”.`,
})
