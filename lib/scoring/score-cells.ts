// Scores to cells: the only place where a share of full marks becomes points or percent, and where an interval is drawn
// or withheld.
import type { IndexFile } from '#lib/definitions/index-file'
import { withoutText } from '#lib/definitions/without-text'
import type { Cell, CellFlag } from '#lib/scoring/cell'
import { hasError, type Interval, shareInterval } from '#lib/scoring/interval'
import { flattenScore, type Score } from '#lib/scoring/score'
import type { EntryChoice } from '#lib/surveys/collection'

export type CellHead = {
  index: IndexFile
  unit: string
  period: string
  /** "sipas.v1; citizen-satisfaction.v1": what was asked and how it is scored. */
  source: string
  entry: EntryChoice
}

/** An interval this share of the scale wide says little (NCHS 2017). */
const wideShare = 0.3

const wide: CellFlag[] = ['wide']
const ownSetting: CellFlag[] = ['no-text']

/** One cell per criterion of the tree, the index itself first. */
export function scoreCells(root: Score, head: CellHead): Cell[] {
  const own = withoutText(head.index)
  return flattenScore(root).map((score) => scoreCell(score, head, own.has(score.code)))
}

function scoreCell(score: Score, head: CellHead, isOwnSetting: boolean): Cell {
  const { share, estimate } = score
  // Points of what applies; the index itself and whatever is a percentage stay on the full scale.
  const maximum = score.maximum === head.index.scale.max ? score.maximum : score.applicable
  const isSampled = score.status === 'ok' && estimate !== null
  const interval = isSampled ? shareInterval(score) : null
  const isWide = interval !== null && interval.high - interval.low >= wideShare
  return {
    unit: head.unit,
    criterion: score.code,
    period: head.period,
    value: share === null ? null : share * maximum,
    low: interval && interval.low * maximum,
    high: interval && interval.high * maximum,
    standardError: interval && estimate!.standardError! * maximum,
    degreesOfFreedom: isSampled && hasError(estimate) ? estimate.degreesOfFreedom : null,
    maximum,
    n: score.n,
    entry: head.entry,
    status: isSampled && !interval ? 'single-cluster' : score.status,
    flags: [...score.flags, ...(isWide ? wide : []), ...(isOwnSetting ? ownSetting : [])],
    scale: scaleOf(head.index, maximum),
    method: `${head.source}; ${describeError(score, interval)}`,
  }
}

/** Percent where full marks are 100 %, else points. */
export function scaleOf(index: IndexFile, maximum: number): 'percent' | 'points' {
  return index.scale.unit.vi === '%' && maximum === 100 ? 'percent' : 'points'
}

function describeError(score: Score, interval: Interval | null): string {
  if (score.status === 'no-design') return 'no sample, no interval'
  if (score.flags.includes('everyone')) return 'everybody answered, no sampling error'
  if (score.flags.includes('exact')) return 'entered, exact'
  return interval ? `Taylor, ${interval.method}, 95 %` : 'no interval'
}
