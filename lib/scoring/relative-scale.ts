// The scale of a criterion that is placed among the units of a round: outliers treated first, then the scale. The surprise
// for the error: best and worst are taken as they were found; the interval says how far the unit may be off on this scale,
// not how far the scale may. A figure that was pulled in keeps the error it came with.
import { treatColumn } from '#lib/composite/treat'
import type { Criterion, IndexFile, Normalise, Treat } from '#lib/definitions/index-file'
import { type ColumnScale, normaliseColumn } from '#lib/stats/normalise-column'
import { type Logarithm, logarithmicScale } from '#lib/stats/outliers'

export type Placed = {
  /** The figure after outliers were treated. */
  treated: number
  /** Share of full marks. */
  share: number
  /** How fast the share moves with the raw figure; null where that has no meaning (ranks). */
  slope: number | null
}

/** The figures of all units for one criterion, ready to place any of them. */
export type RelativeColumn = {
  /** What was done about outliers, e.g. "winsorise 3", "log_CT"; empty: nothing. */
  treatment: string
  /** Null where all units are equal, and for a figure that is none of theirs on a scale that knows only places. */
  place(raw: number): Placed | null
}

type Scale = Pick<Criterion, 'normalise' | 'treat'>

/** True for a criterion whose scale depends on the other units. */
export function isRelative({ normalise, treat }: Scale): boolean {
  return normalise !== undefined && (normalise.method !== 'goalposts' || treat !== undefined)
}

/** The column of a criterion from the raw figures of all units that have one, turned so that more is better. */
export function relativeColumn({ normalise, treat }: Scale, raw: readonly number[]): RelativeColumn {
  if (!normalise) throw new RangeError('a criterion without normalise is not placed among units')
  const { values, treatment, treatOutside } = treatFigures(treat, raw)
  const known = new Map(raw.map((value, at) => [value, at]))
  const bent = (place: (treated: number) => Omit<Placed, 'treated'> | null) => (given: number) => {
    const at = known.get(given)
    const { treated: outside, slope } = treatOutside(given)
    const treated = at === undefined ? outside : values[at]!
    const placed = place(treated)
    return (
      placed && { treated, share: placed.share, slope: placed.slope === null ? null : placed.slope * slope }
    )
  }
  if (normalise.method === 'goalposts')
    return { treatment, place: bent((value) => placeBetween(normalise, value)) }
  const [least, most] = extent(values)
  if (!(most > least)) return { treatment, place: () => null }
  const marks = normaliseColumn(values, scaleOf(normalise))
  const shares = new Map(values.map((value, at) => [value, marks[at]! / fullMarks(normalise, values.length)]))
  const isOrdinal = normalise.method === 'rank' || normalise.method === 'percentile-rank'
  const [worst, best] = [shares.get(least)!, shares.get(most)!]
  const slope = (best - worst) / (most - least)
  const outside = (value: number) =>
    isOrdinal || normalise.method === 'z-score'
      ? undefined
      : worst + slope * (Math.min(most, Math.max(least, value)) - least)
  return {
    treatment,
    place: bent((value) => {
      const share = shares.get(value) ?? outside(value)
      return share === undefined ? null : { share, slope: isOrdinal ? null : slope }
    }),
  }
}

function placeBetween({ low, high }: Extract<Normalise, { method: 'goalposts' }>, value: number) {
  const share = Math.min(1, Math.max(0, (value - low) / (high - low)))
  return { share, slope: 1 / (high - low) }
}

/** Beside the treated figures: how a figure that is none of theirs (that of all units together) is treated with them. */
function treatFigures(treat: Treat | undefined, raw: readonly number[]) {
  const untouched = (value: number) => ({ treated: value, slope: 1 })
  if (!treat) return { values: raw, treatment: '', treatOutside: untouched }
  const thresholds = { 'na.rm': true, skew_thresh: treat.skewness ?? 2, kurt_thresh: treat.kurtosis ?? 3.5 }
  const { values, treatment } = treatColumn(
    raw,
    {
      f1: treat.first,
      f1_para: { ...thresholds, winmax: treat.most ?? 5 },
      f2: treat.second ?? null,
      f2_para: thresholds,
      f_pass_para: thresholds,
    },
    false,
  )
  if (treatment.startsWith('log')) {
    const scale = logarithmicScale(raw, treatment as Logarithm)
    const bend = (value: number) => ({ treated: scale.of(value), slope: scale.slopeAt(value) })
    return { values, treatment, treatOutside: bend }
  }
  if (!treatment.startsWith('winsorise')) return { values, treatment: '', treatOutside: untouched }
  const [least, most] = extent(values)
  const clamp = (value: number) => ({ treated: Math.min(most, Math.max(least, value)), slope: 1 })
  return { values, treatment, treatOutside: clamp }
}

function extent(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
}

type Relative = Exclude<Normalise, { method: 'goalposts' }>

/** What a mark on the scale is divided by to be a share. */
function fullMarks(normalise: Relative, units: number): number {
  switch (normalise.method) {
    case 'min-max':
      return normalise.to[1]
    case 'z-score':
      return normalise.full
    case 'rank':
      return units
    default:
      return 1
  }
}

function scaleOf(normalise: Relative): ColumnScale {
  switch (normalise.method) {
    case 'min-max':
      return { method: 'min-max', to: normalise.to }
    case 'z-score':
      return { method: 'z-score', mean: normalise.mean, deviation: normalise.deviation }
    case 'rank':
    case 'percentile-rank':
      return { method: normalise.method, ties: 'min' }
    case 'distance-to-best':
      return { method: 'distance-to-best' }
  }
}

/** Codes of the criteria whose scale depends on the other units, and of all that are made of them, the index included. */
export function codesPlacedAmongUnits({ slug, criteria }: Pick<IndexFile, 'slug' | 'criteria'>): Set<string> {
  const walk = (one: Criterion): string[] => {
    const below = (one.children ?? []).flatMap(walk)
    return below.length > 0 || isRelative(one) ? [one.code, ...below] : []
  }
  const codes = criteria.flatMap(walk)
  return new Set(codes.length > 0 ? [slug, ...codes] : [])
}
