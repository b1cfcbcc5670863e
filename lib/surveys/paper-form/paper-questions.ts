// Numbers the questions of a form and lists what each has boxes and lines for. Calculated questions have none, and types
// that cannot be printed (files, signatures) neither: the form says so in their place.
import { allowedValues } from '#lib/surveys/codebook'
import {
  type Choice,
  commentKey,
  type Entry,
  type Form,
  otherChoice,
  type Question,
  type Repetition,
} from '#lib/surveys/form'
import type { PaperChoice, PaperField, PaperQuestion, PaperShape } from '#lib/surveys/paper-form/paper-field'
import { portableExpression } from '#lib/surveys/portable-expression'
import type { LocalText } from '#lib/surveys/variable'

type Place = { path: (string | number)[]; number: string }

/** The questions that are printed, numbered from 1 in order of appearance. */
export function paperQuestions(form: Form): PaperQuestion[] {
  const printed = form.questions.filter(isPrinted)
  return printed.map((question, index) => {
    const around = [...question.within, question].flatMap((part) => [part.visibleIf, part.enableIf])
    const expressions = [...new Set(around.filter((one): one is string => Boolean(one)))]
    return {
      key: question.key,
      number: index + 1,
      title: question.title,
      fields: fieldsOf(question, { path: [question.key], number: String(index + 1) }),
      isAskedIf: expressions.map(portableExpression),
      isRequired: question.isRequired || (question.kind === 'matrix' && question.isEachRowRequired),
    }
  })
}

/** Every field of a form in the order in which sheets are keyed in. */
export function paperFields(form: Form): PaperField[] {
  return paperQuestions(form).flatMap(({ fields }) => fields)
}

/** What follows from other answers has no place on paper, and what is no answer of our own kinds neither. */
export function isPrinted(question: Question): boolean {
  return question.kind !== 'expression' && question.kind !== 'foreign'
}

/** How often something that can be repeated is printed. */
export function printedTimes({ count, min, max }: Repetition): number {
  return Math.max(count, min, Math.min(3, max))
}

/** The boxes of a list of choices, with the codes of the codebook. */
export function paperChoices(choices: Choice[]): PaperChoice[] {
  return allowedValues(choices).map(({ code, value, label }, index) =>
    choices[index]?.isExclusive ? { code, value, label, isExclusive: true } : { code, value, label },
  )
}

/** The fields of a question that stands at a place; groups and tables hold questions in turn. */
export function fieldsOf(question: Question, place: Place): PaperField[] {
  const words = wordsField(question, place)
  const own = ownFields(question, place)
  return words ? [...own, words] : own
}

function ownFields(question: Question, place: Place): PaperField[] {
  const { title } = question
  switch (question.kind) {
    case 'single':
      return [field(place, title, 'one', paperChoices(question.choices))]
    case 'multiple':
      return [field(place, title, 'several', paperChoices(question.choices))]
    case 'ranking':
      return paperChoices(question.choices).map(({ code, value, label }) => ({
        ...field({ path: place.path, number: `${place.number}.${code}` }, label, 'rank'),
        key: `${keyOf(place.path)}#${code}`,
        ranked: value,
        canBeLeftOut: question.isSelecting,
      }))
    case 'matrix': {
      const choices = paperChoices(question.columns)
      return question.rows.map((row, index) =>
        field(within(place, row.name, index), row.label, question.isMultiple ? 'several' : 'one', choices),
      )
    }
    case 'fields':
      return question.fields.map((one, index) => written(within(place, one.name, index), one.label, one))
    case 'text':
      return [written(place, title, question)]
    case 'cells':
      return cellRows(question).flatMap((row, index) =>
        question.columns.filter(isPrinted).flatMap((column, at) => {
          const cell = within(within(place, row, index), column.key, at)
          return fieldsOf(column, cell)
        }),
      )
    case 'groups':
      return Array.from({ length: printedTimes(question.repeat) }, (_, index) =>
        question.questions
          .filter(isPrinted)
          .flatMap((inner, at) => fieldsOf(inner, within(within(place, index, index), inner.key, at))),
      ).flat()
    default:
      return []
  }
}

/** Row names of a table whose rows are known, positions of one where rows are added. */
export function cellRows(question: Extract<Question, { kind: 'cells' }>): (string | number)[] {
  if (!question.added) return question.rows.map(({ name }) => name)
  return Array.from({ length: printedTimes(question.added) }, (_, index) => index)
}

/** The place of a part: its name in the answers, its position in the number. */
export function within(place: Place, name: string | number, index: number): Place {
  return { path: [...place.path, name], number: `${place.number}.${index + 1}` }
}

function wordsField(question: Question, { path, number }: Place): PaperField | undefined {
  const label = otherChoice(question)?.label ?? question.comment?.label
  if (!label) return undefined
  const place = { path: [...path.slice(0, -1), commentKey(question)], number }
  return { ...field(place, label, 'words'), maxLength: 2000 }
}

function written(place: Place, label: LocalText, { input, maxLength, min, max }: Entry): PaperField {
  const shape = input === 'number' || input === 'range' ? 'number' : input === 'date' ? 'date' : 'words'
  return { ...field(place, label, shape), maxLength, min, max }
}

function field(
  { path, number }: Place,
  label: LocalText,
  shape: PaperShape,
  choices: PaperChoice[] = [],
): PaperField {
  return { key: keyOf(path), path, number, label, shape, choices }
}

const keyOf = (path: (string | number)[]) => path.join('.')
