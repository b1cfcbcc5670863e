// A form in our own words: what is left of a SurveyJS JSON once `readForm` has read it. The codebook, the checker and
// the light form all work from this shape, so that only read-form.ts has to know the question types of SurveyJS.
import type { LocalText } from '#lib/surveys/variable'

export type Form = {
  title?: LocalText
  description?: LocalText
  pages: Page[]
  /** Every question in order of appearance, out of its pages and panels. */
  questions: Question[]
  /** What the JSON uses and this house does not: "acc_1: file", "acc_2: defaultValue". Such a form must not be published. */
  unsupported: string[]
}

/** Expressions of SurveyJS, e.g. "{age} >= 18". Absent: always. */
export type Conditions = { visibleIf?: string; enableIf?: string }

export type Page = Conditions & {
  kind: 'page'
  name: string
  title?: LocalText
  description?: LocalText
  elements: Element[]
}
export type Panel = Conditions & {
  kind: 'panel'
  name: string
  title?: LocalText
  description?: LocalText
  elements: Element[]
}
export type Html = Conditions & { kind: 'html'; name: string; html: LocalText }
export type Element = Panel | Html | Question

/** "dontKnow" and "refused" are no opinion; "other" asks for words. An exclusive choice stands alone. */
export type ChoiceRole = 'none' | 'other' | 'dontKnow' | 'refused'
export type Choice = {
  value: string | number | boolean
  label: LocalText
  role?: ChoiceRole
  isExclusive?: boolean
}
export type Row = { name: string; label: LocalText }

export type Validator =
  | { kind: 'numeric'; min?: number; max?: number; text?: LocalText }
  | { kind: 'length'; min?: number; max?: number; allowDigits: boolean; text?: LocalText }
  | { kind: 'count'; min?: number; max?: number; text?: LocalText }
  | { kind: 'regex'; pattern: string; flags: string; text?: LocalText }
  | { kind: 'email'; text?: LocalText }
  | { kind: 'expression'; expression: string; text?: LocalText }

/** Validators that look at nothing but the value. */
export type PlainValidator = Exclude<Validator, { kind: 'expression' }>

/** A free-text entry: of a text question, or of one field of a question with several fields. */
export type Entry = {
  input: 'text' | 'number' | 'email' | 'tel' | 'url' | 'date' | 'month' | 'time'
  maxLength: number
  min?: number | string
  max?: number | string
  step?: number
  placeholder?: LocalText
}
export type Field = Entry & {
  name: string
  label: LocalText
  isRequired: boolean
  validators: PlainValidator[]
}

export type QuestionBase = Conditions & {
  /** The key of the answer in the answers object. */
  name: string
  title: LocalText
  description?: LocalText
  isRequired: boolean
  requiredIf?: string
  requiredText?: LocalText
  validators: Validator[]
  /** A free remark beside the answer (stored as `name-Comment`). */
  comment?: { label: LocalText }
  /** Conditions of the page and panels around it, outermost first: all of them must hold. */
  within: Conditions[]
}
export type SingleQuestion = QuestionBase & {
  kind: 'single'
  look: 'radiogroup' | 'dropdown' | 'rating' | 'boolean'
  choices: Choice[]
  /** Words at the two ends of a rating. */
  ends?: { low?: LocalText; high?: LocalText }
}
export type MultipleQuestion = QuestionBase & {
  kind: 'multiple'
  look: 'checkbox' | 'tagbox'
  choices: Choice[]
  minSelected?: number
  maxSelected?: number
}
export type MatrixQuestion = QuestionBase & {
  kind: 'matrix'
  rows: Row[]
  columns: Choice[]
  isEachRowRequired: boolean
}
export type TextQuestion = QuestionBase & Entry & { kind: 'text'; isLong: boolean }
export type FieldsQuestion = QuestionBase & { kind: 'fields'; fields: Field[] }
export type Question = SingleQuestion | MultipleQuestion | MatrixQuestion | TextQuestion | FieldsQuestion

/** The key of the remark that goes with a question, as SurveyJS stores it. */
export function commentKey(question: { name: string }): string {
  return `${question.name}-Comment`
}

/** The choice that asks for words, if the question has one. */
export function otherChoice(question: Question): Choice | undefined {
  return question.kind === 'single' || question.kind === 'multiple'
    ? question.choices.find((choice) => choice.role === 'other')
    : undefined
}
