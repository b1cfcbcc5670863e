// A codebook is Variable[]: one reading of a form, used to check answers, code them to numbers, head CSV columns,
// label charts and check an index.

/** Vietnamese is always there; other languages, by their code (surveys/languages), where the form has them. */
export type LocalText = { vi: string; [language: string]: string | undefined }

export type VariableKind = 'single' | 'number' | 'text'

export type AllowedValue = {
  value: string | number | boolean
  /** The number that stands for it in coded rows: the value itself when it is a small whole number, else its position from 1. */
  code: number
  label: LocalText
  /** "don't know", "not enough information", "refused": answers that are no opinion. */
  isDontKnow: boolean
}

/**
 * One column of the data. `name` is safe in SPSS, Stata and R (letters, digits, underscore; matrix rows as question_row;
 * options of a "multiple" question as question_option with kind "single" 0/1).
 */
export type Variable = {
  name: string
  /** The key in the answers object: the question's name, "name-Comment" for the words beside it. */
  question: string
  /** Row of a matrix, or field of a question with several fields: answers[question][row]. */
  row?: string
  /** For one option of a "choose several" question: the option's value; the column is then 1 (chosen), 0 (not chosen). */
  option?: string | number
  /** Where deeper answers stand inside answers[question]: [row, column] of a table, [repetition, question] of a repeated panel. */
  path?: (string | number)[]
  /** For one option of a ranking: the option's value; the column is then its place, 1 for the best. */
  rank?: string | number | boolean
  /** Words of one's own, or choices that depend on other answers, may stand in place of the values. */
  isOpen?: boolean
  /** For the number of repetitions that were filled in: the answer is a list, the column its length. */
  isCount?: boolean
  /** Complete on its own: "question – row". */
  label: LocalText
  /** Beside the question's title: the row, the option; the title itself where there is only one column. */
  shortLabel: LocalText
  kind: VariableKind
  /** Empty for number and text. */
  values: AllowedValue[]
  isRequired: boolean
}

/** Codes that say why there is no value. They are the same in every coded row, and three different words in CSV. */
export const notAsked = -3 // the conditions of the form hid the question
export const noAnswer = -2 // shown and left empty
export const notCodable = -1 // free text and numbers outside smallint: read them from the answers

/** The values every form of surveys/ uses for answers that are no opinion; codebook() marks exactly these isDontKnow. */
export const dontKnowValue = 98 // "don't know", "no opinion", "not enough information"
export const refusedValue = 99 // "prefer not to say"
