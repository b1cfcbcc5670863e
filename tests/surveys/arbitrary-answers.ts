// Random answers for any form: well-shaped ones (what a browser could send) and mutated ones (what it never would).
import fc from 'fast-check'
import type { CompiledForm } from '#lib/surveys/compile-form'
import { type Choice, commentKey, type Entry, otherChoice, type Question } from '#lib/surveys/form'
import { offeredChoices } from '#lib/surveys/offered-choices'

type Answers = Record<string, unknown>

/** Answers whose values are all offered by the form; which questions are answered is up to chance. */
export function shapedAnswers(compiled: CompiledForm): fc.Arbitrary<Answers> {
  const offered = offeredChoices(compiled.form)
  return record(compiled.form.questions, (question) => offered(question as never) ?? [])
}

type Offer = (question: Question) => Choice[]

/** Answers to some of the questions, with the words beside them. Computed ones are left to the server. */
function record(questions: Question[], offer: Offer): fc.Arbitrary<Answers> {
  return fc.record(parts(questions, offer), { requiredKeys: [] })
}

function parts(questions: Question[], offer: Offer): Record<string, fc.Arbitrary<unknown>> {
  const values: Record<string, fc.Arbitrary<unknown>> = {}
  for (const question of questions) {
    const own = answer(question, offer)
    if (!own) continue
    const other = values[question.key]
    values[question.key] = other ? fc.oneof(other, own) : own
    if (question.comment || otherChoice(question))
      values[commentKey(question)] = fc.constantFrom('khác', 'bánh mì', 'một hai ba')
  }
  return values
}

/** Undefined where nothing can be answered: it is computed, or nothing is offered. */
function answer(question: Question, offer: Offer): fc.Arbitrary<unknown> | undefined {
  switch (question.kind) {
    case 'single':
      return oneOf(offer(question))
    case 'multiple': {
      const { valueProperty, maxSelected } = question
      const chosen = several(offer(question), maxSelected)
      return valueProperty === undefined
        ? chosen
        : chosen?.map((all) => (all as unknown[]).map((one) => ({ [valueProperty]: one })))
    }
    case 'ranking': {
      const all = values(offer(question))
      if (all.length === 0) return undefined
      return fc.shuffledSubarray(all, {
        minLength: question.isSelecting ? 1 : all.length,
        maxLength: atMost(all.length, question.isSelecting ? question.maxSelected : undefined),
      })
    }
    case 'matrix': {
      const cell = question.isMultiple ? several(question.columns) : oneOf(question.columns)
      if (!cell || question.rows.length === 0) return cell
      const rows = Object.fromEntries(question.rows.map((row) => [row.name, cell]))
      return fc.oneof(fc.record(rows), someOf(rows) ?? fc.record(rows))
    }
    case 'fields':
      return someOf(Object.fromEntries(question.fields.map((field) => [field.name, entry(field)])))
    case 'text':
      return entry(question)
    case 'cells': {
      const columns = parts(question.columns, offer)
      const { added } = question
      if (added) return repetitions(fc.record(columns, { requiredKeys: [] }), 1, added.max)
      const row = someOf(columns)
      return row && someOf(Object.fromEntries(question.rows.map(({ name }) => [name, row])))
    }
    case 'groups': {
      const { min, max } = question.repeat
      return repetitions(record(question.questions, offer), Math.max(min, 1), max)
    }
    case 'expression':
      return undefined
    case 'foreign':
      return question.type === 'slider'
        ? fc.integer({ min: 0, max: 10 })
        : fc.constant('data:image/png;base64,AA')
  }
}

const oneOf = (choices: Choice[]) => (choices.length ? fc.constantFrom(...values(choices)) : undefined)

/** Some of the parts, at least one; undefined when there are none. */
function someOf(parts: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> | undefined {
  return isFilled(parts) ? fc.record(parts, { requiredKeys: [] }).filter(isFilled) : undefined
}

function repetitions(one: fc.Arbitrary<Answers>, minLength: number, maxLength: number) {
  return maxLength < minLength ? undefined : fc.array(one, { minLength, maxLength })
}

const atMost = (count: number, limit = count) => Math.max(1, Math.min(count, limit))
const values = (choices: Choice[]) => choices.map((choice) => choice.value)
const isFilled = (value: object) => Object.keys(value).length > 0

function several(choices: Choice[], limit?: number): fc.Arbitrary<unknown> | undefined {
  const alone = oneOf(choices.filter((choice) => choice.isExclusive))?.map((value) => [value])
  const together = values(choices.filter((choice) => !choice.isExclusive))
  if (together.length === 0) return alone
  const some = fc.subarray(together, { minLength: 1, maxLength: atMost(together.length, limit) })
  return alone ? fc.oneof({ weight: 4, arbitrary: some }, alone) : some
}

const written: Partial<Record<Entry['input'], unknown[]>> = {
  range: [0, 10, 50, 100],
  date: ['2000-02-29', '1999-12-31', '2024-05-05', '2026-11-20', '2031-01-01'],
  'datetime-local': ['2024-05-05T08:30', '2026-11-20T23:59'],
  month: ['2024-05', '2026-12'],
  week: ['2024-W05', '2026-W53'],
  time: ['08:30', '23:59'],
  color: ['#00ff00', '#a0b1c2'],
  email: ['a@b.vn', 'không phải thư'],
  tel: ['0901234567', '12'],
  url: ['https://vi.du', 'ninhphuoc'],
}

function entry({ input, maxLength, isScale, min, max, step = 1 }: Entry): fc.Arbitrary<unknown> {
  if (isScale) {
    const steps = Math.max(0, Math.floor((Number(max) - Number(min)) / step))
    return fc.integer({ min: 0, max: steps }).map((place) => Number(min) + place * step)
  }
  if (input === 'number')
    return fc.oneof(fc.integer({ min: -2, max: 60 }), fc.constantFrom(0, 1, 1.5, 1899, 1900, 2030, 2031))
  const known = written[input]
  if (known) return fc.constantFrom(...known)
  const words = ['An', 'ab', 'abc', 'số 1', 'AB1', 'xin chào', 'ok', '0', 'ab-123', 'a@b.vn'].filter(
    (text) => text.length <= maxLength,
  )
  if (words.length === 0) return fc.constant('x')
  return fc.oneof(fc.constantFrom(...words), fc.stringMatching(/^[a-z][a-zđê ]{0,18}[a-z]$/))
}

/** Values that have no place in a form. */
export const rubbish: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({ maxDepth: 2, withNullPrototype: false }).filter((value) => {
    try {
      return JSON.stringify(value) !== undefined
    } catch {
      return false
    }
  }),
  fc.constantFrom<unknown>(
    99,
    -1,
    1.5,
    1e300,
    '1',
    '4',
    true,
    'none',
    [1, 1],
    [[]],
    [null],
    { r1: 99 },
    { nope: 1 },
    [{ nope: 1 }],
    [{}, {}, {}, {}, {}, {}, {}],
    { dien: { score: 99 } },
    '\u0000',
    '\ud800',
    'x'.repeat(9000),
    '__proto__',
  ),
)

/** Well-shaped answers with one to three places spoilt. */
export function mutatedAnswers(compiled: CompiledForm): fc.Arbitrary<Answers> {
  const keys = [...compiled.checkValue.keys(), 'nope', '__proto__', 'constructor', '']
  const spoil = fc.tuple(fc.constantFrom(...keys), rubbish)
  return fc
    .tuple(shapedAnswers(compiled), fc.array(spoil, { minLength: 1, maxLength: 3 }))
    .map(([answers, spoils]) => {
      // Through JSON, so that "__proto__" becomes a key of its own as it does in a request.
      const parts = [...Object.entries(answers), ...spoils].map(
        ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value) ?? 'null'}`,
      )
      return JSON.parse(`{${parts.join(',')}}`) as Answers
    })
}
