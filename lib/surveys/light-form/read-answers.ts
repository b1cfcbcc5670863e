// Answers from the fields of a page that holds the whole form: the browser sends every value as text, the form says what
// it means. What has no meaning is kept as it is, so that the check can say so. Also used by the page's own script.
import type { Answers } from '#lib/surveys/conditions'
import type { Choice, Entry, Question } from '#lib/surveys/form'
import { readNumber } from '#lib/surveys/read-number'

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

function entry({ input }: Pick<Entry, 'input'>, text: string | null): string | number | undefined {
  if (!text?.trim()) return undefined
  return input === 'number' || input === 'range' ? readNumber(text) : text
}
