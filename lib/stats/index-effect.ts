// Changes of the index between two waves, and what a campaign did to it. Both waves share villages, so the error of a
// change comes from the difference of the influence values, never from two errors added.

import type { Design } from '#lib/stats/design'
import { difference } from '#lib/stats/difference'
import type { DomainInput } from '#lib/stats/domain'
import type { Estimate } from '#lib/stats/estimate'
import {
  type SatisfactionFactor,
  type SatisfactionIndexOptions,
  satisfactionIndex,
} from '#lib/stats/satisfaction-index'
import { linearCombination } from '#lib/stats/smooth-function'
import { type CampaignData, CELL_SIGNS, sortIntoCells } from '#lib/stats/two-by-two'

export type IndexChange = {
  before: Estimate
  after: Estimate
  /** after - before, 0..1 scale. */
  change: Estimate
  /** Two-sided, no change; adjust for several units with `adjustPValues`. */
  pValue: number | null
}

/**
 * Change of the satisfaction index of a domain between two waves.
 *
 * In words: index after minus index before; influence values are subtracted row by row; degrees of freedom from both waves
 * of the domain together.
 *
 * Source: Binder (1983), Int. Statist. Review 51, 279-292; Kish (1965), Survey Sampling, section 12.4 (overlapping samples).
 *
 * @param design the design of both waves together; villages asked twice keep their identity
 * @param factors factors of the index
 * @param isAfter follow-up wave, one flag per row
 * @param options as for the index; the domain is the unit
 * @throws StatisticsError empty_domain, zero_denominator, lonely_psu
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 1] })
 * const factors = [{ name: 'access', items: [{ name: 'acc1', answers: [5, 1, 4, 5] }], weight: 1 }]
 * const codes = { satisfied: [4, 5], valid: [1, 2, 3, 4, 5] }
 * satisfactionIndexChange(design, factors, [0, 0, 1, 1], { codes }).change.value // => 0.5
 */
export function satisfactionIndexChange(
  design: Design,
  factors: readonly SatisfactionFactor[],
  isAfter: ArrayLike<number | boolean>,
  options: SatisfactionIndexOptions,
): IndexChange {
  const indexOfWave = (wave: number) => {
    const domain = Uint8Array.from(isAfter, (flag, row) =>
      isInDomain(options.domain, row) && Number(flag) === wave ? 1 : 0,
    )
    return satisfactionIndex(design, factors, { ...options, domain }).index
  }
  const [before, after] = [indexOfWave(0), indexOfWave(1)]
  const change = difference(design, before, after, { method: 'change of the satisfaction index' })
  return { before, after, change, pValue: change.pValue }
}

/**
 * Difference in differences of the satisfaction index, design-based.
 *
 * In words: (index of exposed after - before) - (index of others after - before), with the influence values of the four
 * indices. For the commune-level test take the changes of the communes and `communeLevelEffect`.
 *
 * Source: as `differenceInDifferences`.
 *
 * @param design the design of both waves together
 * @param factors factors of the index
 * @param campaign exposed (0/1) and follow-up (0/1) of every row
 * @param options as for the index
 * @throws StatisticsError empty_domain, zero_denominator, value_outside_range, lonely_psu
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 1] })
 * const factors = [{ name: 'access', items: [{ name: 'acc1', answers: [5, 5, 1, 5] }], weight: 1 }]
 * const codes = { satisfied: [4, 5], valid: [1, 2, 3, 4, 5] }
 * satisfactionIndexEffect(design, factors, { isExposed: [0, 0, 1, 1], isAfter: [0, 1, 0, 1] }, { codes }).value // => 1
 */
export function satisfactionIndexEffect(
  design: Design,
  factors: readonly SatisfactionFactor[],
  campaign: Pick<CampaignData, 'isExposed' | 'isAfter'>,
  options: SatisfactionIndexOptions,
): Estimate {
  const values = new Float64Array(design.size)
  const { cellOfRow } = sortIntoCells(design, { ...campaign, values }, options.domain)
  const cells = CELL_SIGNS.map((_, cell) => {
    const domain = Uint8Array.from(cellOfRow, (other) => (other === cell ? 1 : 0))
    return satisfactionIndex(design, factors, { ...options, domain }).index
  })
  return linearCombination(design, cells, CELL_SIGNS, { method: 'effect on the satisfaction index' })
}

function isInDomain(domain: DomainInput, row: number): boolean {
  return !domain || Boolean(domain[row])
}
