// The scale of a criterion that is placed among the units of a round. The surprise for the error: best and worst are taken
// as they were found; the interval says how far the unit may be off on this scale, not how far the scale may.
import type { Criterion, IndexFile, Normalise } from '#lib/definitions/index-file'
import { type ColumnScale, normaliseColumn } from '#lib/stats/normalise-column'

/** Criterion code -> the raw figures of all units that have one, turned so that more is better. */
export type RelativeColumns = ReadonlyMap<string, readonly number[]>

export type Placed = {
  share: number
  /** How fast the share moves with the raw figure; null where that has no meaning (ranks). */
  slope: number | null
}

/** Share of full marks of a raw figure among those of all units; null where all units are equal. */
export function placeAmongUnits(normalise: Normalise, raw: number, column: readonly number[]): Placed | null {
  if (normalise.method === 'goalposts') {
    const { low, high } = normalise
    const share = Math.min(1, Math.max(0, (raw - low) / (high - low)))
    return { share, slope: 1 / (high - low) }
  }
  const [least, most] = [Math.min(...column), Math.max(...column)]
  if (!(most > least)) return null
  const at = column.indexOf(raw)
  // All units together are none of the units: they have a place between the others, but no rank and no score of their own.
  if (at < 0 && (normalise.method === 'z-score' || normalise.method === 'percentile-rank')) return null
  const values = at < 0 ? [...column, raw] : column
  const mark = normaliseColumn(values, scaleOf(normalise))[at < 0 ? column.length : at]!
  switch (normalise.method) {
    case 'min-max': {
      const [low, high] = normalise.to
      return { share: mark / high, slope: (high - low) / (most - least) / high }
    }
    case 'z-score': {
      const [lowest, highest] = normaliseColumn([...column], scaleOf(normalise)).reduce(
        ([low, high], one) => [Math.min(low, one), Math.max(high, one)],
        [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
      )
      return { share: mark / normalise.full, slope: (highest - lowest) / (most - least) / normalise.full }
    }
    case 'percentile-rank':
      return { share: mark, slope: null }
    case 'distance-to-best':
      return { share: mark, slope: 1 / (most - least) }
  }
}

function scaleOf(normalise: Exclude<Normalise, { method: 'goalposts' }>): ColumnScale {
  switch (normalise.method) {
    case 'min-max':
      return { method: 'min-max', to: normalise.to }
    case 'z-score':
      return { method: 'z-score', mean: normalise.mean, deviation: normalise.deviation }
    case 'percentile-rank':
      return { method: 'percentile-rank', ties: 'min' }
    case 'distance-to-best':
      return { method: 'distance-to-best' }
  }
}

/** Codes of the criteria whose scale depends on the other units, and of all that are made of them, the index included. */
export function codesPlacedAmongUnits({ slug, criteria }: Pick<IndexFile, 'slug' | 'criteria'>): Set<string> {
  const walk = (one: Criterion): string[] => {
    const below = (one.children ?? []).flatMap(walk)
    return below.length > 0 || relativeCriteria([one]).length > 0 ? [one.code, ...below] : []
  }
  const codes = criteria.flatMap(walk)
  return new Set(codes.length > 0 ? [slug, ...codes] : [])
}

/** Criteria whose scale depends on the other units. */
export function relativeCriteria(criteria: readonly Criterion[]): Criterion[] {
  return criteria.flatMap((one) => [
    ...(one.normalise && one.normalise.method !== 'goalposts' ? [one] : []),
    ...relativeCriteria(one.children ?? []),
  ])
}
