// What a paper sheet has boxes and lines for, one field at a time. The printed form and the screen where sheets are keyed
// in are made from the same list, so that the number somebody reads on paper is the number that is typed. Plain data:
// it travels to the browser as it is.
import type { PortableCondition } from '#lib/surveys/portable-condition'
import type { LocalText } from '#lib/surveys/variable'

/** A box: what is printed beside it (`code`, the codebook's) and what it means in the answers (`value`). */
export type PaperChoice = {
  code: number
  value: string | number | boolean
  label: LocalText
  isExclusive?: boolean
}

export type PaperField = {
  /** Different for every field of a form, e.g. "quality.speed". */
  key: string
  /** Where the answer goes in the answers object. */
  path: (string | number)[]
  /** As printed: "7", "7.2". Words beside an answer carry the number of the answer. */
  number: string
  /** The question's title, or the row beside which it stands. */
  label: LocalText
  shape: PaperShape
  /** Empty for what is written. */
  choices: PaperChoice[]
  /** For `rank`: the choice that gets the rank. */
  ranked?: PaperChoice['value']
  /** For `rank`: only some of the choices have to be ranked. */
  canBeLeftOut?: boolean
  /** For what is written. */
  maxLength?: number
  min?: number | string
  max?: number | string
}

/** one box, several boxes, a rank written beside a choice, or something written: a number, a date, words. */
export type PaperShape = 'one' | 'several' | 'rank' | 'number' | 'date' | 'words'

export type PaperQuestion = {
  /** The question's key in the answers object. */
  key: string
  number: number
  title: LocalText
  fields: PaperField[]
  /** When it is to be answered: all must hold. null: only the server can tell. */
  isAskedIf: (PortableCondition | null)[]
  /** Online it could not be left out; on paper it can, and is counted. */
  isRequired: boolean
}
