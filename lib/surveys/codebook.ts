// The one reading of a form as columns of data: what answers are checked and coded by, what heads the CSV, labels the
// charts and names the sources of an index. A "choose several" question becomes one 0/1 column per option.
import {
  type Choice,
  commentKey,
  type Field,
  type MatrixQuestion,
  otherChoice,
  type Question,
} from '#lib/surveys/form'
import { joinTexts } from '#lib/surveys/local-text'
import { readForm } from '#lib/surveys/read-form'
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
 */
export function codebook(formJson: unknown): Variable[] {
  return codebookOf(readForm(formJson).questions)
}

/** The same for questions that have been read already. */
export function codebookOf(questions: Question[]): Variable[] {
  const variables = questions.flatMap(variablesOf)
  const taken = new Set<string>()
  for (const variable of variables) variable.name = uniqueName(variable.name, taken)
  return variables
}

function variablesOf(question: Question): Variable[] {
  const words = commentVariable(question)
  return words ? [...answerVariables(question), words] : answerVariables(question)
}

function answerVariables(question: Question): Variable[] {
  const column = { question: question.name, isRequired: question.isRequired }
  const title = { label: question.title, shortLabel: question.title }
  switch (question.kind) {
    case 'single':
      return [
        { name: question.name, ...column, ...title, kind: 'single', values: allowedValues(question.choices) },
      ]
    case 'multiple':
      return question.choices.map((choice) => ({
        name: `${question.name}_${choice.value}`,
        ...column,
        option: typeof choice.value === 'number' ? choice.value : String(choice.value),
        label: joinTexts(question.title, choice.label),
        shortLabel: choice.label,
        kind: 'single',
        values: chosen,
      }))
    case 'matrix':
      return matrixVariables(question)
    case 'fields':
      return question.fields.map((field) => ({
        name: `${question.name}_${field.name}`,
        ...column,
        row: field.name,
        label: joinTexts(question.title, field.label),
        shortLabel: field.label,
        kind: entryKind(field),
        values: [],
        isRequired: field.isRequired,
      }))
    case 'text':
      return [{ name: question.name, ...column, ...title, kind: entryKind(question), values: [] }]
    default:
      return []
  }
}

function matrixVariables(question: MatrixQuestion): Variable[] {
  return question.rows.map((row) => ({
    name: `${question.name}_${row.name}`,
    question: question.name,
    row: row.name,
    label: joinTexts(question.title, row.label),
    shortLabel: row.label,
    kind: 'single',
    values: allowedValues(question.columns),
    isRequired: question.isRequired || question.isEachRowRequired,
  }))
}

function commentVariable(question: Question): Variable | undefined {
  const shortLabel = otherChoice(question)?.label ?? question.comment?.label
  if (!shortLabel) return undefined
  const label = joinTexts(question.title, shortLabel)
  return {
    name: `${question.name}_Comment`,
    question: commentKey(question),
    label,
    shortLabel,
    kind: 'text',
    values: [],
    isRequired: false,
  }
}

const entryKind = (entry: { input: Field['input'] }): VariableKind =>
  entry.input === 'number' ? 'number' : 'text'

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
