// Everything that the score of one unit is made from.
import type { IndexFile } from '#lib/definitions/index-file'
import type { Panel } from '#lib/scoring/panel'
import type { RelativeColumns } from '#lib/scoring/relative-scale'
import type { Sample } from '#lib/scoring/sample'

/**
 * What stands for an entered criterion: a figure, that it does not apply, or that there can be none because the unit was
 * several units, whose figures cannot be added. Nothing entered has no entry.
 */
export type EnteredFigure = number | 'not-applicable' | 'not-comparable'

/** Key of the figure (criterion, or criterion.part) -> what was entered. */
export type EnteredFigures = ReadonlyMap<string, EnteredFigure>

export type ScoreInput = {
  index: IndexFile
  /** Form slug -> the wave that asks it. */
  samples: ReadonlyMap<string, Sample>
  /** The unit's villages; null when nobody there has answered. */
  panel: Panel | null
  entered: EnteredFigures
  /** Series, or series.part -> published score of the unit. */
  published?: ReadonlyMap<string, number>
  /** "slug.vN" -> an index that a criterion reads, with what was entered for the unit there. */
  others?: ReadonlyMap<string, { index: IndexFile; entered: EnteredFigures }>
  /** The figures of all units for criteria that are placed among them. */
  columns?: RelativeColumns
}
