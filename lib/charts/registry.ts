// Every chart. A new one is a file beside this and a line here; the picker offers it wherever it accepts the cells, and
// the house test keeps a snapshot of it.
import { change } from '#lib/charts/change'
import type { ChartDefinition } from '#lib/charts/chart-definition'
import { counts } from '#lib/charts/counts'
import { distribution } from '#lib/charts/distribution'
import { eventStudy } from '#lib/charts/event-study'
import { heatMap } from '#lib/charts/heat-map'
import { ranking } from '#lib/charts/ranking'
import { reachSpending } from '#lib/charts/reach-spending'
import { series } from '#lib/charts/series'

export const charts: readonly ChartDefinition[] = [
  heatMap,
  ranking,
  change,
  distribution,
  counts,
  series,
  eventStudy,
  reachSpending,
]

/** The chart of that name, or undefined. */
export function findChart(name: string): ChartDefinition | undefined {
  return charts.find((chart) => chart.name === name)
}
