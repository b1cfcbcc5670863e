// What scoring knows about one criterion of one unit before it becomes a cell. Shares of full marks run from 0 to 1 at
// every level, so that weights and points are the same arithmetic; the cell multiplies by the maximum at the very end.
import type { CellFlag, CellStatus } from '#lib/scoring/cell'
import type { Estimate, EstimateWarning } from '#lib/stats/estimate'

export type Score = {
  code: string
  /** Full marks on the scale of the index. */
  maximum: number
  /** What of the maximum applies to the unit: less where a criterion below does not apply, 0 where none does. */
  applicable: number
  /** Share or points among its siblings; 0: shown, not counted. */
  weight: number
  /** Share of full marks, 0..1; null when the status forbids a number. */
  share: number | null
  status: CellStatus
  flags: CellFlag[]
  /** See Cell.n. */
  n: number
  /** The share as an estimate, with one influence value per village of the panel; null for entered figures. */
  estimate: Estimate | null
  /** True for points of 0 and 1 only: an interval exists even where everybody agrees. */
  isShareOfAnswers: boolean
  /** True for such points on a single question: the interval of a proportion applies. */
  isProportion: boolean
  /** What the source gave, before direction, scale and conversion; null: nothing, or no leaf. */
  measured: number | null
  /** The same after outliers among the units were treated; null where nothing had to be. */
  treated: number | null
  /** The figure behind it as it was entered or published; null for answers. */
  figure: number | null
  /** Of the people in the strata behind it, the share that answered, where the error may use it; else 0. */
  fraction: number
  children: Score[]
  /** What a leaf was made of: parts of an expression, or the other index it reads. */
  parts: Score[]
}

/** A score without a number. */
export function noScore(code: string, maximum: number, status: CellStatus, n = 0): Score {
  return {
    code,
    maximum,
    applicable: maximum,
    weight: 1,
    share: null,
    status,
    flags: [],
    n,
    estimate: null,
    isShareOfAnswers: false,
    isProportion: false,
    measured: null,
    treated: null,
    figure: null,
    fraction: 0,
    children: [],
    parts: [],
  }
}

const flagOfWarning: Partial<Record<EstimateWarning, CellFlag>> = {
  few_clusters: 'few-clusters',
  lonely_clusters: 'lonely-cluster',
}

/** What an estimate says about its sample, in the words of cells. */
export function flagsOf(estimate: Estimate): CellFlag[] {
  return estimate.warnings.flatMap((warning) => flagOfWarning[warning] ?? [])
}

/** This score and all below it, parents first. */
export function flattenScore(score: Score): Score[] {
  return [score, ...score.children.flatMap(flattenScore)]
}
