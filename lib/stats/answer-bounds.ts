// What the "don't know" answers could hide: the share of satisfied if none, or all, of them were satisfied. No assumption
// is made, so the truth about everybody asked lies between the two (apart from sampling error).

import type { Design } from '#lib/stats/design'
import type { DomainInput } from '#lib/stats/domain'
import type { ItemCounts } from '#lib/stats/item-counts'
import { ratio } from '#lib/stats/ratio'

export type AnswerBounds = {
  /** Share of satisfied if nobody who is unsure were satisfied. */
  low: number
  /** Share if everybody who is unsure were satisfied. */
  high: number
  /** Weighted share of "don't know" among all answers, 0..1; show the bounds when it is above 0.1. */
  unsureShare: number
}

/**
 * Bounds without assumptions for a share with "don't know" answers.
 *
 * In words: low = satisfied / (valid + unsure), high = (satisfied + unsure) / (valid + unsure), all weighted.
 *
 * Source: Manski (1990), Amer. Econ. Review Papers and Proc. 80, 319-323.
 *
 * @param design the design of all rows
 * @param counts satisfied, valid and unsure answers per row, see `countItems`
 * @param domain rows to use
 * @throws StatisticsError empty_domain, zero_denominator
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 1] })
 * const counts = countItems([[5, 4, 1, 8]], { satisfied: [4, 5], valid: [1, 2, 3, 4, 5] })
 * answerBounds(design, counts) // => { low: 0.5, high: 0.75, unsureShare: 0.25 }
 */
export function answerBounds(design: Design, counts: ItemCounts, domain?: DomainInput): AnswerBounds {
  const all = counts.valid.map((valid, row) => valid + counts.unsure[row]!)
  const share = (part: Float64Array) => ratio(design, part, all, { domain }).value
  return {
    low: share(counts.satisfied),
    high: share(counts.satisfied.map((satisfied, row) => satisfied + counts.unsure[row]!)),
    unsureShare: share(counts.unsure),
  }
}
