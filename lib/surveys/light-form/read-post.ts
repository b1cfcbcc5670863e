// Reads a plain form post: the browser sends every value as text, the form says what it means. What has no meaning is
// kept as it is, so that the check can say so and the page can show it again.
import type { CompiledForm } from '#lib/surveys/compile-form'
import type { Answers } from '#lib/surveys/conditions'
import type { Choice, Entry, Question } from '#lib/surveys/form'

export type FormPost = {
  page: number
  goes: 'next' | 'back' | 'stay'
  hasConsent: boolean
  answers: Answers
  /** Indexes of the questions that the reader has seen on this page. */
  shown: Set<number>
  receipt?: string
  formName?: string
  /** As posted: whether there is such a language, and whether the wave offers it, is for others to say. */
  language?: string
}

export function readPost(compiled: CompiledForm, fields: URLSearchParams): FormPost {
  const page = Number(fields.get('~page') ?? 0)
  const wanted = fields.get('~lang')
  return {
    page: Number.isInteger(page) && page >= 0 && page <= compiled.form.pages.length ? page : 0,
    goes: wanted ? 'stay' : fields.get('~go') === 'back' ? 'back' : 'next',
    hasConsent: fields.get('~consent') === '1',
    answers: readAnswers(compiled.questions, fields),
    shown: new Set((fields.get('~shown') ?? '').split(' ').filter(Boolean).map(Number)),
    receipt: fields.get('~receipt') ?? undefined,
    formName: fields.get('~form') ?? undefined,
    language: (wanted ?? fields.get('~language')) || undefined,
  }
}

/** The answers among the fields of a page; also used by the page's own script. */
export function readAnswers(
  questions: { question: Question; words?: { key: string } }[],
  fields: URLSearchParams,
): Answers {
  const answers: Answers = {}
  for (const { question, words } of questions) {
    const value = readValue(question, fields)
    if (value !== undefined) answers[question.name] = value
    const beside = words && fields.get(words.key)
    if (words && beside) answers[words.key] = beside
  }
  return answers
}

function readValue(question: Question, fields: URLSearchParams): unknown {
  switch (question.kind) {
    case 'single':
      return choice(question.choices, fields.get(question.name))
    case 'multiple': {
      const values = fields.getAll(question.name).map((text) => choice(question.choices, text))
      return values.length ? values : undefined
    }
    case 'matrix':
      return parts(question.rows, (row) =>
        choice(question.columns, fields.get(`${question.name}.${row.name}`)),
      )
    case 'fields':
      return parts(question.fields, (field) => entry(field, fields.get(`${question.name}.${field.name}`)))
    case 'text':
      return entry(question, fields.get(question.name))
    default:
      return undefined
  }
}

function parts<Part extends { name: string }>(
  all: Part[],
  read: (part: Part) => unknown,
): Answers | undefined {
  const found = all.flatMap((part) => {
    const value = read(part)
    return value === undefined ? [] : [[part.name, value] as const]
  })
  return found.length ? Object.fromEntries(found) : undefined
}

function choice(choices: Choice[], text: string | null): Choice['value'] | undefined {
  if (!text) return undefined
  return choices.find((one) => String(one.value) === text)?.value ?? text
}

/** A number as people in Viet Nam type it: decimal comma or point. */
function entry({ input }: Pick<Entry, 'input'>, text: string | null): string | number | undefined {
  const trimmed = text?.trim()
  if (!trimmed) return undefined
  if (input !== 'number') return text ?? undefined
  const number = trimmed.replace(',', '.')
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(number) ? Number(number) : trimmed
}
