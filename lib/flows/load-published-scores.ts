// What others published about the units in a year, for indexes that read it (PAPI, PCI, ICT Index, DTI). The surprise: only
// figures of that very year count. A unit for which nothing was published has no entry, and its criterion stays missing.
import { allow, type MaybeActor } from '#lib/access'
import { listFiguresOfYear } from '#lib/db/published-figures'
import type { IndexFile } from '#lib/definitions/index-file'
import { sourcesOf } from '#lib/definitions/sources-of'
import { newestSeries } from '#lib/flows/load-series'
import type { UnitsInput } from '#lib/scoring/score-units'
import { figuresOf } from '#lib/series/series-line'

type PublishedScores = NonNullable<UnitsInput['published']>

/** Unit -> series, or series.part -> score; see `ScoreInput.published`. */
export async function loadPublishedScores(
  actor: MaybeActor,
  { indexes, year }: { indexes: readonly IndexFile[]; year: number },
): Promise<PublishedScores> {
  allow(actor, 'results.read', actor?.unitId)
  const wanted = new Set(
    indexes
      .flatMap(({ criteria }) => sourcesOf(criteria))
      .flatMap(({ source }) => ('external' in source ? [source.external.series] : [])),
  )
  const scores = new Map<string, Map<string, number>>()
  if (wanted.size === 0) return scores
  const entered = await listFiguresOfYear([...wanted], year)
  for (const series of (await newestSeries()).filter(({ slug }) => wanted.has(slug))) {
    const own = entered.filter((figure) => figure.series === series.slug)
    const units = new Set([...series.figures.map(({ unit }) => unit), ...own.map(({ unitId }) => unitId)])
    for (const unit of units)
      for (const { kind, year: of, dimension, value } of figuresOf(series, own, unit)) {
        if (kind !== 'value' || of !== year || value === null) continue
        const ofUnit = scores.get(unit) ?? new Map<string, number>()
        scores.set(unit, ofUnit.set(dimension ? `${series.slug}.${dimension}` : series.slug, value))
      }
  }
  return scores
}
