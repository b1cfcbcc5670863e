// A form in our own words: what is left of a SurveyJS JSON once `readForm` has read it. The codebook, the checker and
// the light form all work from this shape, so that only the read-*.ts files have to know the question types of SurveyJS.
// Expressions stay text: what they say about a set of answers is asked of survey-core on the server.
import type { LocalText } from '#lib/surveys/variable'

export type Form = {
  title?: LocalText
  description?: LocalText
  pages: Page[]
  /** Every question in order of appearance, out of its pages and panels; those inside groups and cells are not here. */
  questions: Question[]
  /** Values that follow from the answers; stored with them when `isStored`. */
  calculated: { name: string; expression: string; isStored: boolean }[]
  /** What happens when an expression becomes true: read by survey-core only. */
  triggers: { type: string; expression: string; sets?: string }[]
  /** "{name}" in a title, a text or a choice: somewhere in this form. */
  hasPiping: boolean
  /** What our own checker does not compute ("acc_2: setValueExpression"): a SurveyModel on the server does. */
  beyondChecker: string[]
  /** What the light form does not show ("acc_1: file"): the page of survey-react-ui does. */
  beyondLight: string[]
  /** Mistakes of the author ("acc_3: there is no property “colour”"). Such a form must not be published. */
  mistakes: string[]
}

/** Expressions of SurveyJS, e.g. "{age} >= 18". Absent: always. */
export type Conditions = { visibleIf?: string; enableIf?: string }

type Container = Conditions & {
  name: string
  title?: LocalText
  description?: LocalText
  elements: Element[]
  /** At least one question inside must be answered. */
  isRequired?: boolean
  requiredIf?: string
  requiredText?: LocalText
}
export type Page = Container & { kind: 'page' }
export type Panel = Container & { kind: 'panel' }
export type Html = Conditions & { kind: 'html'; name: string; html: LocalText }
export type Image = Conditions & { kind: 'image'; name: string; link: LocalText; alternative?: LocalText }
export type Element = Panel | Html | Image | Question

/** "dontKnow" and "refused" are no opinion; "other" asks for words. An exclusive choice stands alone. */
export type ChoiceRole = 'none' | 'other' | 'dontKnow' | 'refused'
export type Choice = Conditions & {
  value: string | number | boolean
  label: LocalText
  role?: ChoiceRole
  isExclusive?: boolean
  /** Address of a picture (imagepicker). */
  picture?: LocalText
}
export type Row = Conditions & { name: string; label: LocalText }

/** How a list of choices depends on the answers. */
export type ChoiceList = {
  choices: Choice[]
  /** Offered in another order to everybody: a look, no rule. */
  order?: 'asc' | 'desc' | 'random'
  /** "{item}" is the choice. */
  choicesVisibleIf?: string
  choicesEnableIf?: string
  /** The choices of another question: all of them, those chosen there or those not chosen there. */
  choicesFrom?: {
    question: string
    mode: 'all' | 'selected' | 'unselected'
    values?: string
    texts?: string
  }
  isHiddenWhenEmpty?: boolean
  /** Words of one's own may stand in place of a choice ("other" stored as the answer, custom choices). */
  takesWords?: boolean
  /** Each answer is an object whose property of this name is the choice (valuePropertyName). */
  valueProperty?: string
  /** Some choices take a remark of their own: such an answer is { value, comment }. */
  takesRemarks?: boolean
  /** The column of options, as the author wished it on paper and wide screens; 0: side by side. */
  columns?: number
}

export type Validator =
  | { kind: 'numeric'; min?: number; max?: number; text?: LocalText }
  | { kind: 'length'; min?: number; max?: number; allowDigits: boolean; text?: LocalText }
  | { kind: 'count'; min?: number; max?: number; text?: LocalText }
  | { kind: 'regex'; pattern: string; flags: string; text?: LocalText }
  | { kind: 'email'; text?: LocalText }
  | { kind: 'expression'; expression: string; text?: LocalText }

/** Validators that look at nothing but the value. */
export type PlainValidator = Exclude<Validator, { kind: 'expression' }>

export type EntryInput =
  | 'text'
  | 'number'
  | 'range'
  | 'email'
  | 'tel'
  | 'url'
  | 'date'
  | 'datetime-local'
  | 'month'
  | 'week'
  | 'time'
  | 'color'
  | 'password'

/** A free-text entry: of a text question, or of one field of a question with several fields. */
export type Entry = {
  input: EntryInput
  maxLength: number
  min?: number | string
  max?: number | string
  /** Limits that follow from the answers. */
  minExpression?: string
  maxExpression?: string
  step?: number
  placeholder?: LocalText
  /** A slider: nothing beyond its ends or between its steps can be chosen. */
  isScale?: boolean
  /** The form itself may fill it in: from a default or an expression. */
  isSetByForm?: boolean
}
export type Field = Entry & {
  name: string
  label: LocalText
  isRequired: boolean
  requiredText?: LocalText
  validators: PlainValidator[]
}

export type QuestionBase = Conditions & {
  name: string
  /** The key of the answer in the answers object: the name, unless questions share an answer (valueName). */
  key: string
  title: LocalText
  description?: LocalText
  isRequired: boolean
  requiredIf?: string
  requiredText?: LocalText
  validators: Validator[]
  /** A free remark beside the answer (stored as `key-Comment`). */
  comment?: { label: LocalText; placeholder?: LocalText }
  isReadOnly?: boolean
  /** For marking on the server only (right-answer.ts): nothing that is sent to a browser may hold it. */
  rightAnswer?: unknown
  /** What is filled in before anybody answers. */
  defaultValue?: unknown
  defaultExpression?: string
  /** Set whenever `setValueIf` holds (without it: whenever something in the expression changes), emptied by `resetValueIf`. */
  setValueExpression?: string
  setValueIf?: string
  resetValueIf?: string
  /** Conditions of the page and panels around it, outermost first: all of them must hold. */
  within: Conditions[]
}
export type SingleQuestion = QuestionBase &
  ChoiceList & {
    kind: 'single'
    look: 'radiogroup' | 'dropdown' | 'rating' | 'boolean' | 'imagepicker' | 'buttongroup'
    /** Words at the two ends of a rating. */
    ends?: { low?: LocalText; high?: LocalText }
    /** How a rating is drawn. */
    rate?: { look: 'labels' | 'stars' | 'smileys'; display: 'auto' | 'buttons' | 'dropdown' }
    placeholder?: LocalText
  }
export type MultipleQuestion = QuestionBase &
  ChoiceList & {
    kind: 'multiple'
    look: 'checkbox' | 'tagbox' | 'imagepicker'
    minSelected?: number
    maxSelected?: number
    hasSelectAll?: boolean
    placeholder?: LocalText
  }
/** All choices in order of preference; with `isSelecting` only those picked, best first. The answer is a list of values. */
export type RankingQuestion = QuestionBase &
  ChoiceList & { kind: 'ranking'; isSelecting: boolean; minSelected?: number; maxSelected?: number }
export type MatrixQuestion = QuestionBase & {
  kind: 'matrix'
  rows: Row[]
  columns: Choice[]
  isEachRowRequired: boolean
  isEachRowUnique?: boolean
  /** Several answers in a row: the answer of a row is then a list. */
  isMultiple?: boolean
  /** Words of a cell, [row name][column value], where they differ from the column's. */
  cells?: Record<string, Record<string, LocalText>>
  rowsVisibleIf?: string
  columnsVisibleIf?: string
}
export type TextQuestion = QuestionBase & Entry & { kind: 'text'; isLong: boolean; rows?: number }
export type FieldsQuestion = QuestionBase & { kind: 'fields'; fields: Field[] }
/**
 * A table with a question in each cell: { row: { column: value } } for rows known beforehand (matrixdropdown), a list of
 * { column: value } where rows are added (matrixdynamic: `added`). A column is a question whose name is the column's.
 */
export type CellsQuestion = QuestionBase & {
  kind: 'cells'
  rows: Row[]
  columns: Question[]
  added?: Repetition
  rowsVisibleIf?: string
  columnsVisibleIf?: string
  /** A line of totals: by column name, read-only texts. */
  totals: { column: string; type: string; expression?: string }[]
}
/** A panel that is repeated: the answer is a list of { question: value }. */
export type GroupsQuestion = QuestionBase & {
  kind: 'groups'
  /** As written, for the page: texts, panels and questions of one repetition. "{panel.name}" is an answer in it. */
  elements: Element[]
  /** The questions among them. */
  questions: Question[]
  repeat: Repetition
  groupTitle?: LocalText
  groupDescription?: LocalText
  templateVisibleIf?: string
}
/** How often something can be repeated, and what its buttons say. */
export type Repetition = {
  count: number
  min: number
  max: number
  canAdd: boolean
  canRemove: boolean
  /** Questions whose answers must differ from one repetition to the next. */
  uniqueName?: string
  uniqueText?: LocalText
  addText?: LocalText
  removeText?: LocalText
  emptyText?: LocalText
}
/** A figure or text that follows from the answers: computed by the server, whatever a client sends. */
export type ExpressionQuestion = QuestionBase & {
  kind: 'expression'
  expression?: string
  format?: LocalText
  display: { style: 'none' | 'decimal' | 'currency' | 'percent' | 'date'; currency?: string; digits?: number }
}
/** A type outside our list (file, signaturepad ...): only survey-react-ui shows it, only a SurveyModel judges it. */
export type ForeignQuestion = QuestionBase & { kind: 'foreign'; type: string }

export type Question =
  | SingleQuestion
  | MultipleQuestion
  | RankingQuestion
  | MatrixQuestion
  | TextQuestion
  | FieldsQuestion
  | CellsQuestion
  | GroupsQuestion
  | ExpressionQuestion
  | ForeignQuestion

/** Questions with a list of choices of their own. */
export type ChoosingQuestion = SingleQuestion | MultipleQuestion | RankingQuestion

/** The key of the remark that goes with a question, as SurveyJS stores it. */
export function commentKey(question: { name: string; key?: string }): string {
  return `${question.key ?? question.name}-Comment`
}

/** The choice that asks for words, if the question has one. */
export function otherChoice(question: Question): Choice | undefined {
  return question.kind === 'single' || question.kind === 'multiple'
    ? question.choices.find((choice) => choice.role === 'other')
    : undefined
}
