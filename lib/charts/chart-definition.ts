// What a chart must offer; one chart is one file and its line in registry.ts. The configuration is a value: the same
// cells give the same picture, and a test can compare it.
import type { ChartConfiguration } from 'chart.js'
import type { Cell } from '#lib/scoring/cell'
import type { LocalText } from '#lib/surveys/variable'

/** The words a picture needs; plain data, so that a server can hand them to a browser. */
export type ChartLabels = {
  locale: 'vi' | 'en'
  /** Unit id -> name. */
  units: Record<string, string>
  /** Criterion code (for distributions also "question" and "question=value") -> name. */
  criteria: Record<string, string>
}

export type ChartDefinition = {
  name: string
  title: LocalText
  /** True when these cells make a picture of this kind that does not mislead. */
  accepts(cells: readonly Cell[]): boolean
  build(cells: readonly Cell[], labels: ChartLabels): ChartConfiguration
  /** Height in pixels that gives every row room. */
  height(cells: readonly Cell[]): number
  /** Width in pixels below which the picture scrolls sideways instead of shrinking. */
  minimumWidth(cells: readonly Cell[]): number
}
