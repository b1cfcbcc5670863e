// The one reading of a form as columns of data: what answers are coded by, what heads the CSV, labels the charts and names
// the sources of an index. A "choose several" question becomes one 0/1 column per option, a ranking one column per option
// with its place, a table one column per cell. Repeated panels are laid side by side, the way survey tools export loops:
// their number, then the columns of the first ten; what goes beyond is counted and stays readable in the answers.
import {
  type CellsQuestion,
  type Choice,
  commentKey,
  type Field,
  type Form,
  type GroupsQuestion,
  type MatrixQuestion,
  type MultipleQuestion,
  otherChoice,
  type Question,
  type RankingQuestion,
  type Row,
  type SingleQuestion,
} from '#lib/surveys/form'
import { joinTexts } from '#lib/surveys/local-text'
import { offeredChoices } from '#lib/surveys/offered-choices'
import { readForm } from '#lib/surveys/read-form'
import { tameForm } from '#lib/surveys/tame-form'
import {
  type AllowedValue,
  dontKnowValue,
  type LocalText,
  refusedValue,
  type Variable,
  type VariableKind,
} from '#lib/surveys/variable'

/**
 * The variables of a SurveyJS form, in order of appearance; texts that only inform (html) have none.
 * `question` is the key in the answers object ("q", and "q-Comment" for the words beside "other" or the remark).
 * Throws a TypeError for what is no form.
 */
export function codebook(formJson: unknown): Variable[] {
  const { json, refusals } = tameForm(formJson)
  if (refusals[0]) throw new TypeError(refusals[0].en)
  return codebookOf(readForm(json))
}

/** The same for a form that has been read already. */
export function codebookOf(form: Form): Variable[] {
  const place: Place = { path: [], offered: offeredChoices(form) }
  const seen = new Set<string>()
  const isShared = (key: string) => form.questions.filter((one) => one.key === key).length > 1
  const variables = form.questions.flatMap((question) => {
    const { key } = question
    if (seen.has(key)) return [] // the same answer at another question, perhaps of another kind
    seen.add(key)
    const own = variablesOf(question, place)
    return isShared(key) ? own.map((variable) => ({ ...variable, isOpen: true })) : own
  })
  variables.push(...form.calculated.filter(({ isStored }) => isStored).map(({ name }) => calculated(name)))
  const taken = new Set<string>()
  for (const variable of variables) variable.name = uniqueName(variable.name, taken)
  return variables
}

/** Where a question stands: at the top of the form, or inside another. */
type Place = {
  /** The key of the answer that holds it, and the way from there. */
  owner?: string
  path: (string | number)[]
  /** Name and title of what is around it. */
  name?: string
  title?: LocalText
  offered: ReturnType<typeof offeredChoices>
}
type Column = Pick<Variable, 'name' | 'question' | 'path' | 'label' | 'shortLabel' | 'isRequired'>

function variablesOf(question: Question, place: Place): Variable[] {
  const words = commentVariable(question, place)
  const answers = answerVariables(question, place, columnOf(question, place))
  return words ? [...answers, words] : answers
}

function columnOf(question: Question, place: Place): Column {
  return {
    name: nameIn(place, question.name),
    question: place.owner ?? question.key,
    ...(place.owner === undefined ? {} : { path: [...place.path, question.key] }),
    label: place.title ? joinTexts(place.title, question.title) : question.title,
    shortLabel: question.title,
    isRequired: question.isRequired,
  }
}

const nameIn = (place: Place, name: string) => (place.name === undefined ? name : `${place.name}_${name}`)

function answerVariables(question: Question, place: Place, column: Column): Variable[] {
  switch (question.kind) {
    case 'single':
      return [singleVariable(question, place, column)]
    case 'multiple':
      return optionVariables(question, place, column)
    case 'ranking':
      return rankVariables(question, place, column)
    case 'matrix':
      return matrixVariables(question, column)
    case 'fields':
      return question.fields.map((field) => ({
        ...partOf(column, field.name, field.label),
        kind: entryKind(field),
        values: [],
        isRequired: field.isRequired,
      }))
    case 'text':
      return [{ ...column, kind: entryKind(question), values: [] }]
    case 'expression':
      return [{ ...column, kind: question.display.style === 'date' ? 'text' : 'number', values: [] }]
    case 'cells':
      return question.added
        ? repeatedVariables(question, question.columns, question.added.max, place, column)
        : cellVariables(question, place, column)
    case 'groups':
      return repeatedVariables(question, question.questions, question.repeat.max, place, column)
    case 'foreign':
      return [{ ...column, kind: 'text', values: [] }]
  }
}

/** One part of an answer that has several: a row, a field. */
function partOf(column: Column, name: string, label: LocalText): Column & { row?: string } {
  return {
    ...column,
    name: `${column.name}_${name}`,
    ...(column.path ? { path: [...column.path, name] } : { row: name }),
    label: joinTexts(column.label, label),
    shortLabel: label,
  }
}

function singleVariable(question: SingleQuestion, place: Place, column: Column): Variable {
  const choices = place.offered(question)
  const isOpen = question.takesWords || question.takesRemarks || !choices
  return {
    ...column,
    kind: 'single',
    values: allowedValues(choices ?? question.choices),
    ...(isOpen ? { isOpen: true } : {}),
  }
}

function optionVariables(question: MultipleQuestion, place: Place, column: Column): Variable[] {
  return (place.offered(question) ?? question.choices).map((choice) => ({
    ...column,
    name: `${column.name}_${choice.value}`,
    option: typeof choice.value === 'number' ? choice.value : String(choice.value),
    label: joinTexts(column.label, choice.label),
    shortLabel: choice.label,
    kind: 'single',
    values: chosen,
  }))
}

function rankVariables(question: RankingQuestion, place: Place, column: Column): Variable[] {
  const choices = place.offered(question) ?? question.choices
  const places = choices.map((_, index) => ({
    value: index + 1,
    code: index + 1,
    label: { vi: `Hạng ${index + 1}`, en: `Place ${index + 1}` },
    isDontKnow: false,
  }))
  return choices.map((choice) => ({
    ...column,
    name: `${column.name}_${choice.value}`,
    rank: choice.value,
    label: joinTexts(column.label, choice.label),
    shortLabel: choice.label,
    kind: 'single',
    values: places,
  }))
}

function matrixVariables(question: MatrixQuestion, column: Column): Variable[] {
  const rows: Row[] = question.rows
  const isRequired = question.isRequired || question.isEachRowRequired
  const own = (part: Column): Variable[] =>
    question.isMultiple
      ? question.columns.map((choice) => ({
          ...part,
          name: `${part.name}_${choice.value}`,
          option: typeof choice.value === 'number' ? choice.value : String(choice.value),
          label: joinTexts(part.label, choice.label),
          shortLabel: choice.label,
          kind: 'single',
          values: chosen,
          isRequired,
        }))
      : [{ ...part, kind: 'single', values: allowedValues(question.columns), isRequired }]
  return rows.length ? rows.flatMap((row) => own(partOf(column, row.name, row.label))) : own(column)
}

function cellVariables(question: CellsQuestion, place: Place, column: Column): Variable[] {
  return question.rows.flatMap((row) => {
    const inside = insideOf(column, place, [row.name], row.name, row.label)
    return question.columns.flatMap((one) => variablesOf(one, inside))
  })
}

/** As many repetitions have columns of their own. */
const mostRepetitions = 10

function repeatedVariables(
  question: GroupsQuestion | CellsQuestion,
  questions: Question[],
  max: number,
  place: Place,
  column: Column,
): Variable[] {
  const number: LocalText = { vi: 'số lần điền', en: 'number of entries' }
  const count: Variable = {
    ...column,
    name: `${column.name}_count`,
    label: joinTexts(question.title, number),
    shortLabel: number,
    kind: 'number',
    values: [],
    isCount: true,
  }
  const repetitions = Array.from({ length: Math.min(max, mostRepetitions) }, (_, index) => {
    const label: LocalText = { vi: `lần ${index + 1}`, en: `entry ${index + 1}` }
    const inside = insideOf(column, place, [index], String(index + 1), label)
    return questions.flatMap((one) => variablesOf(one, inside))
  })
  return [count, ...repetitions.flat()]
}

function insideOf(
  column: Column,
  place: Place,
  way: (string | number)[],
  name: string,
  label: LocalText,
): Place {
  return {
    owner: column.question,
    path: [...(column.path ?? []), ...way],
    name: `${column.name}_${name}`,
    title: joinTexts(column.label, label),
    offered: place.offered,
  }
}

function commentVariable(question: Question, place: Place): Variable | undefined {
  const shortLabel = otherChoice(question)?.label ?? question.comment?.label
  if (!shortLabel) return undefined
  const title = place.title ? joinTexts(place.title, question.title) : question.title
  const key = commentKey(question)
  return {
    name: `${nameIn(place, question.name)}_Comment`,
    question: place.owner ?? key,
    ...(place.owner === undefined ? {} : { path: [...place.path, key] }),
    label: joinTexts(title, shortLabel),
    shortLabel,
    kind: 'text',
    values: [],
    isRequired: false,
  }
}

function calculated(name: string): Variable {
  const label = { vi: name, en: name }
  return { name, question: name, label, shortLabel: label, kind: 'number', values: [], isRequired: false }
}

const entryKind = (entry: { input: Field['input'] }): VariableKind =>
  entry.input === 'number' || entry.input === 'range' ? 'number' : 'text'

const yes: LocalText = { vi: 'Có chọn', en: 'Chosen' }
const no: LocalText = { vi: 'Không chọn', en: 'Not chosen' }
const chosen: AllowedValue[] = [
  { value: 1, code: 1, label: yes, isDontKnow: false },
  { value: 0, code: 0, label: no, isDontKnow: false },
]

/**
 * Codes of choices: a whole number from 0 to 32767 stands for itself, yes/no for 1/0, the ready-made "don't know" and
 * "refused" for 98 and 99, anything else for its position from 1, or the next free number when that is taken.
 */
export function allowedValues(choices: Choice[]): AllowedValue[] {
  const own = choices.map(ownCode)
  const taken = new Set(own.filter((code) => code !== undefined))
  return choices.map(({ value, label, role }, index) => {
    let code = own[index]
    if (code === undefined) {
      code = index + 1
      while (taken.has(code)) code++
      taken.add(code)
    }
    return { value, code, label, isDontKnow: role === 'dontKnow' || role === 'refused' }
  })
}

function ownCode({ value, role }: Choice): number | undefined {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value === 'dontknow' && role === 'dontKnow') return dontKnowValue
  if (value === 'refused' && role === 'refused') return refusedValue
  const number = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= 32767
    ? number
    : undefined
}

/** Letters, digits and underscore, a letter first, at most 32 characters (Stata), different from all others. */
function uniqueName(raw: string, taken: Set<string>): string {
  const plain = raw
    .normalize('NFD')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_]/g, '_')
  const safe = (/^[A-Za-z]/.test(plain) ? plain : `q_${plain}`).slice(0, 32)
  let name = safe
  for (let number = 2; taken.has(name.toLowerCase()); number++)
    name = `${safe.slice(0, 31 - String(number).length)}_${number}`
  taken.add(name.toLowerCase())
  return name
}
