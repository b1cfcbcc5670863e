// How complete a language of a form is: what an officer sees before citizens may choose it.
import type { LanguageFile } from '#lib/surveys/languages'

export type Review = 'draft' | 'reviewed'

export type LanguageState = Pick<LanguageFile, 'code' | 'name' | 'names'> & {
  asked: number
  /** Keys of texts without words in this language. */
  missing: string[]
  missingPhrases: string[]
  review: Review
  isOwn: boolean
}
