// What the report on a scoring round is written from: one frozen revision, with those before it, and nothing that can have
// become different since: names of units stand in the result as they were on the day of the freeze.
import type { IndexFile } from '#lib/definitions/index-file'
import type { AskedCriterion } from '#lib/rounds/asked-criteria'
import type { Compared } from '#lib/rounds/compare-lines'
import type { Deadlines } from '#lib/rounds/deadlines'
import type { ResultDifference, ResultUnit } from '#lib/rounds/round-result'
import type { Cell } from '#lib/scoring/cell'

export type RoundFacts = {
  round: { title: string; titleEn: string; year: number; isSample: boolean; deadlines: Deadlines }
  index: IndexFile
  asked: AskedCriterion[]
  appraiser: { name: string; nameEn: string }
  /** Highest first; units without a number last. */
  units: (ResultUnit & { total: Cell | null; compared: Compared })[]
  /** Every criterion of these units. */
  cells: Cell[]
  waves: { title: string; titleEn: string }[]
  /** First to the reported one, each with what it made different from the one before. */
  revisions: {
    number: number
    at: Date
    actorName: string
    reason: string
    differences: ResultDifference[]
  }[]
  /** The round scores other units too, which the reader may not see: no ranks then. */
  isExtract: boolean
}
