// What a workbook is made from. Numbers that a page withholds never come in: `questions` has only the counts that may be
// told, and `cells` are the very cells of the page, which have the last word about every number.
import type { IndexFile } from '#lib/definitions/index-file'
import type { Cell } from '#lib/scoring/cell'
import type { UnitRank } from '#lib/scoring/rank-units'
import type { Score } from '#lib/scoring/score'
import type { CountedQuestion } from '#lib/scoring/score-answers'
import type { EnteredFigures } from '#lib/scoring/score-input'
import type { Language } from '#lib/workbook/words'

export type WorkbookUnit = {
  id: string
  name: string
  /** All units together; at most one, the last. */
  isTotal: boolean
  /** Score of the index, computed now from the figures below. */
  score: Score
  /** "sipas.v1" -> score of an index that is written out in full. */
  others: ReadonlyMap<string, Score>
  /** Tree ("" or "sipas.v1") -> figures. */
  entered: ReadonlyMap<string, EnteredFigures>
  /** Series, or series.part -> published score. */
  published: ReadonlyMap<string, number>
  /** `${tree} ${code}` of a leaf or part -> its answers, weighted and plain. */
  questions: ReadonlyMap<string, readonly CountedQuestion[]>
  /** As the page shows them. */
  cells: readonly Cell[]
}

export type WorkbookInput = {
  language: Language
  index: IndexFile
  /** Indexes that are written out in full, by "slug.vN". */
  others: ReadonlyMap<string, IndexFile>
  units: readonly WorkbookUnit[]
  /** False where the reader may not see all units: what is placed among units is then a value. */
  isWhole: boolean
  /** Places: null where there are none to give (no sample, or not all units); lower = upper for exact scores. */
  ranks: readonly UnitRank[] | null
  /** Paragraphs of the first sheet, beside those that all workbooks have. */
  about: readonly { title: string; text: string }[]
}

export const keyOf = (tree: string, code: string): string => `${tree} ${code}`
