// Everything that the score of one unit is made from.
import type { Criterion, IndexFile } from '#lib/definitions/index-file'
import type { Panel } from '#lib/scoring/panel'
import type { RelativeColumn } from '#lib/scoring/relative-scale'
import type { Sample } from '#lib/scoring/sample'

/**
 * What stands for an entered criterion: a figure, that it does not apply, or that there can be none because the unit was
 * several units, whose figures cannot be added. Nothing entered has no entry.
 */
export type EnteredFigure = number | 'not-applicable' | 'not-comparable'

/** Key of the figure (criterion, or criterion.part) -> what was entered. */
export type EnteredFigures = ReadonlyMap<string, EnteredFigure>

/** The figures of all units for a criterion that is placed among them. */
export type RelativeColumns = (index: IndexFile, criterion: Criterion) => RelativeColumn

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
  /** Needed where criteria are placed among the units. */
  columns?: RelativeColumns
}
