// What scoring knows about one criterion of one unit before it becomes a cell. Shares of full marks run from 0 to 1 at
// every level, so that weights and points are the same arithmetic; the cell multiplies by the maximum at the very end.
import type { CellFlag, CellStatus } from '#lib/scoring/cell'
import type { Estimate, EstimateWarning } from '#lib/stats/estimate'

export type Score = {
  code: string
  /** Full marks on the scale of the index. */
  maximum: number
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
  children: Score[]
}

/** A score without a number. */
export function noScore(code: string, maximum: number, status: CellStatus, n = 0): Score {
  return {
    code,
    maximum,
    weight: 1,
    share: null,
    status,
    flags: [],
    n,
    estimate: null,
    isShareOfAnswers: false,
    isProportion: false,
    children: [],
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
