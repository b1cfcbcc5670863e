// A line of a published series as cells, so that chart, table and file read the same as everywhere else in the house.
import type { SeriesFile } from '#lib/definitions/series-file'
import type { Cell } from '#lib/scoring/cell'
import type { SeriesLine } from '#lib/series/series-line'

/** One cell a year: the period is the year, the criterion the slug of the series or its dimension. */
export function seriesCells(series: SeriesFile, unit: string, line: SeriesLine): Cell[] {
  const scale = series.dimensions.find(({ code }) => code === line.dimension)?.scale ?? series.scale
  return line.points.map((point) => ({
    unit,
    criterion: line.dimension || series.slug,
    period: String(point.year),
    value: point.value,
    low: null,
    high: null,
    standardError: null,
    degreesOfFreedom: null,
    maximum: scale.max,
    n: 0,
    entry: null,
    status: 'ok',
    flags: ['published', ...(point.breakBefore ? (['method-changed'] as const) : [])],
    scale: 'points',
    method: `${series.slug}.v${series.version}; ${point.source}`,
  }))
}
