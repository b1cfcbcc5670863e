// What a page shows of one published index: its lines, and beside them what this system measured itself.
import type { SeriesFile } from '#lib/definitions/series-file'
import type { Cell } from '#lib/scoring/cell'
import type { SeriesLine } from '#lib/series/series-line'

/** The figure of a unit in a release of this system. */
export type ReleasedFigure = {
  releaseId: string
  title: string
  periodEnd: Date
  isSample: boolean
  cell: Cell
}

export type SeriesView = {
  series: SeriesFile
  /** The whole index. */
  total: SeriesLine
  /** Dimensions that have at least one figure. */
  dimensions: SeriesLine[]
  /** The newest figure of the same unit that was measured and released here. */
  released: ReleasedFigure | null
}
