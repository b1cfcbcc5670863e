// Random answers for any form: well-shaped ones (what a browser could send) and mutated ones (what it never would).
import fc from 'fast-check'
import type { CompiledForm } from '#lib/surveys/compile-form'
import type { Entry, Question } from '#lib/surveys/form'

/** Answers whose values are all offered by the form; which questions are answered is up to chance. */
export function shapedAnswers(compiled: CompiledForm): fc.Arbitrary<Record<string, unknown>> {
  const values: Record<string, fc.Arbitrary<unknown>> = {}
  for (const { question, words } of compiled.questions) {
    values[question.name] = answer(question)
    if (words) values[words.key] = fc.constantFrom('khác', 'bánh mì', 'một hai ba')
  }
  return fc.record(values, { requiredKeys: [] })
}

function answer(question: Question): fc.Arbitrary<unknown> {
  switch (question.kind) {
    case 'single':
      return fc.constantFrom(...question.choices.map((choice) => choice.value))
    case 'multiple': {
      const alone = question.choices.filter((choice) => choice.isExclusive).map((choice) => [choice.value])
      const together = question.choices.filter((choice) => !choice.isExclusive).map((choice) => choice.value)
      const some = fc.subarray(together, { minLength: 1, maxLength: question.maxSelected })
      return alone.length ? fc.oneof({ weight: 4, arbitrary: some }, fc.constantFrom(...alone)) : some
    }
    case 'matrix': {
      const column = fc.constantFrom(...question.columns.map((choice) => choice.value))
      const rows = Object.fromEntries(question.rows.map((row) => [row.name, column]))
      return fc.oneof(fc.record(rows), fc.record(rows, { requiredKeys: [] }).filter(isFilled))
    }
    case 'fields': {
      const fields = Object.fromEntries(question.fields.map((field) => [field.name, entry(field)]))
      return fc.record(fields, { requiredKeys: [] }).filter(isFilled)
    }
    case 'text':
      return entry(question)
    default:
      return fc.constant(undefined)
  }
}

const isFilled = (value: object) => Object.keys(value).length > 0

function entry({ input, maxLength }: Entry): fc.Arbitrary<unknown> {
  if (input === 'number')
    return fc.oneof(fc.integer({ min: -2, max: 60 }), fc.constantFrom(0, 1, 1.5, 1899, 1900, 2030, 2031))
  if (input === 'date') return fc.constantFrom('2000-02-29', '1999-12-31')
  if (input === 'email') return fc.constantFrom('a@b.vn', 'không phải thư')
  const words = ['An', 'ab', 'abc', 'số 1', 'AB1', 'xin chào', 'ok', '0'].filter(
    (text) => text.length <= maxLength,
  )
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
    '\u0000',
    '\ud800',
    'x'.repeat(9000),
    '__proto__',
  ),
)

/** Well-shaped answers with one to three places spoilt. */
export function mutatedAnswers(compiled: CompiledForm): fc.Arbitrary<Record<string, unknown>> {
  const keys = [...compiled.checkValue.keys(), 'nope', '__proto__', 'constructor', '']
  const spoil = fc.tuple(fc.constantFrom(...keys), rubbish)
  return fc
    .tuple(shapedAnswers(compiled), fc.array(spoil, { minLength: 1, maxLength: 3 }))
    .map(([answers, spoils]) => {
      // Through JSON, so that "__proto__" becomes a key of its own as it does in a request.
      const parts = [...Object.entries(answers), ...spoils].map(
        ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value) ?? 'null'}`,
      )
      return JSON.parse(`{${parts.join(',')}}`) as Record<string, unknown>
    })
}
