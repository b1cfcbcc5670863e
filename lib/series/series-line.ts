// The years of a published index for one unit, read so that nobody compares what cannot be compared: a change is given
// only when the year before stands there too and no break of method lies between. Differences are of the published
// figures; they carry no interval, because none is published.
import type { SeriesFile } from '#lib/definitions/series-file'
import type { LocalText } from '#lib/surveys/variable'

export type Figure = {
  unitId: string
  year: number
  /** Empty: the whole index. */
  dimension: string
  kind: 'value' | 'target'
  /** Null: taken back. */
  value: number | null
  rank: number | null
  outOf: number | null
  isDerived: boolean
  source: string
}

/** A figure with the slug of its series. */
export type SeriesFigure = Figure & { series: string }

export type SeriesPoint = {
  year: number
  value: number
  rank: number | null
  outOf: number | null
  isDerived: boolean
  source: string
  /** Why this year cannot be compared with the years before, if so. */
  breakBefore: { why: LocalText; isUnverified: boolean } | null
}

export type SeriesLine = {
  dimension: string
  points: SeriesPoint[]
  last: SeriesPoint | null
  /** Against the figure before the last; null with the reason in `noChange`. */
  change: { from: number; value: number } | null
  noChange: 'no-figure' | 'first-figure' | 'break' | null
  /** The target of the last figure's year or, failing that, of the next year that has one. */
  target: { year: number; value: number; source: string } | null
  /** How far the last figure is from the target in the better direction: negative means missing so much. */
  distance: number | null
}

/** The figures known of a unit: those of the file, replaced by what officers entered later (in the order given). */
export function figuresOf(series: SeriesFile, entered: readonly Figure[], unitId: string): Figure[] {
  const known = new Map<string, Figure>()
  for (const figure of [...series.figures.map(fromFile), ...entered])
    if (figure.unitId === unitId) known.set(`${figure.kind} ${figure.year} ${figure.dimension}`, figure)
  return [...known.values()].filter((figure) => figure.value !== null)
}

const fromFile = ({ unit, dimension = '', ...figure }: SeriesFile['figures'][number]): Figure => ({
  ...figure,
  unitId: unit,
  dimension,
  kind: 'value',
  rank: figure.rank ?? null,
  outOf: figure.outOf ?? null,
  isDerived: figure.isDerived ?? false,
})

/** One line of a series: the whole index (dimension '') or one of its dimensions. */
export function seriesLine(series: SeriesFile, figures: readonly Figure[], dimension = ''): SeriesLine {
  const own = figures
    .filter((figure) => figure.dimension === dimension)
    .sort((a, b) => a.year - b.year)
    .flatMap((figure) => (figure.value === null ? [] : [{ ...figure, value: figure.value }]))
  const values = own.filter(({ kind }) => kind === 'value')
  const points = values.map((figure, at) => pointOf(series, figure, values[at - 1]?.year))
  const last = points.at(-1) ?? null
  const previous = points.at(-2)
  const noChange = !last ? 'no-figure' : !previous ? 'first-figure' : last.breakBefore ? 'break' : null
  const targets = own.filter(({ kind, year }) => kind === 'target' && (!last || year >= last.year))
  const target = targets[0]
    ? { year: targets[0].year, value: targets[0].value, source: targets[0].source }
    : null
  return {
    dimension,
    points,
    last,
    change:
      last && previous && !noChange ? { from: previous.year, value: last.value - previous.value } : null,
    noChange,
    target,
    distance: last && target ? (last.value - target.value) * (series.better === 'higher' ? 1 : -1) : null,
  }
}

function pointOf(
  series: SeriesFile,
  { year, value, rank, outOf, isDerived, source }: Figure & { value: number },
  before: number | undefined,
): SeriesPoint {
  const found =
    before === undefined ? undefined : series.breaks.findLast(({ from }) => from > before && from <= year)
  const breakBefore = found ? { why: found.why, isUnverified: found.isUnverified ?? false } : null
  return { year, value, rank, outOf, isDerived, source, breakBefore }
}
