// One change per commune: the data of the primary analysis of a campaign. Each commune counts once, because the campaign
// was given to communes, not to people.

import type { Design } from '#lib/stats/design'
import type { DomainInput } from '#lib/stats/domain'
import { codeLabels, type Label } from '#lib/stats/label-codes'
import { StatisticsError } from '#lib/stats/statistics-error'
import { type CampaignData, sortIntoCells } from '#lib/stats/two-by-two'

export type CommuneChange = {
  commune: string
  isExposed: boolean
  /** Weighted mean after minus before, in the unit of the outcome. */
  change: number
}

/** Weighted sums of one commune, cell by cell; what the commune-level and the cluster methods need of the rows. */
export type CommuneCells = {
  commune: string
  isExposed: boolean
  rows: number
  /** Sum of weights, and of weight times value, in cells 0..3 (2 x exposed + after). */
  weights: [number, number, number, number]
  totals: [number, number, number, number]
}

/**
 * Weighted sums per commune and cell.
 *
 * @param design weights of the rows
 * @param data outcome, exposed, follow-up
 * @param communes commune of each row
 * @param domain rows to use
 * @throws StatisticsError commune_in_both_groups, and those of `sortIntoCells`
 * @example
 * const design = makeDesign({ weights: [1, 3, 1, 1] })
 * const data = { values: [0, 1, 1, 1], isExposed: [1, 1, 0, 0], isAfter: [0, 1, 0, 1] }
 * sumByCommune(design, data, ['C1', 'C1', 'C2', 'C2'])[0].totals // => [0, 0, 0, 3]
 */
export function sumByCommune(
  design: Design,
  data: CampaignData,
  communes: ArrayLike<Label | null | undefined>,
  domain?: DomainInput,
): CommuneCells[] {
  const { values, cellOfRow } = sortIntoCells(design, data, domain)
  const rows = [...cellOfRow.keys()].filter((row) => cellOfRow[row]! >= 0 && design.weights[row]! > 0)
  const { codes, labels } = codeLabels(
    rows.map((row) => communes[row]),
    'commune',
  )
  const sums = labels.map(
    (commune): CommuneCells => ({
      commune,
      isExposed: false,
      rows: 0,
      weights: [0, 0, 0, 0],
      totals: [0, 0, 0, 0],
    }),
  )
  for (const [position, row] of rows.entries()) {
    const sum = sums[codes[position]!]!
    const cell = cellOfRow[row]!
    const isExposed = cell >= 2
    if (sum.rows > 0 && sum.isExposed !== isExposed) {
      throw new StatisticsError(
        'commune_in_both_groups',
        `Commune "${sum.commune}" is both exposed and not exposed.`,
        {
          commune: sum.commune,
        },
      )
    }
    sum.isExposed = isExposed
    sum.rows++
    sum.weights[cell]! += design.weights[row]!
    sum.totals[cell]! += design.weights[row]! * values[row]!
  }
  return sums
}

/**
 * Change of each commune between two waves.
 *
 * In words: weighted mean of the commune in the follow-up wave minus its weighted mean in the baseline wave. Communes
 * without answers in one of the waves are left out and named.
 *
 * Source: Donald and Lang (2007), Rev. Econ. Statist. 89, 221-233, two-step estimator.
 *
 * @param design weights of the rows of both waves
 * @param data outcome, exposed (0/1), follow-up (0/1)
 * @param communes commune of each row
 * @param domain rows to use
 * @returns changes in order of first appearance, and the communes left out
 * @throws StatisticsError commune_in_both_groups, empty_domain, value_outside_range
 * @example
 * const design = makeDesign({ weights: [1, 3, 1, 1] })
 * const data = { values: [0, 1, 1, 1], isExposed: [1, 1, 0, 0], isAfter: [0, 1, 0, 1] }
 * communeChanges(design, data, ['C1', 'C1', 'C2', 'C2']).changes[0] // => { commune: 'C1', isExposed: true, change: 1 }
 */
export function communeChanges(
  design: Design,
  data: CampaignData,
  communes: ArrayLike<Label | null | undefined>,
  domain?: DomainInput,
): { changes: CommuneChange[]; leftOut: string[] } {
  const changes: CommuneChange[] = []
  const leftOut: string[] = []
  for (const { commune, isExposed, weights, totals } of sumByCommune(design, data, communes, domain)) {
    const before = isExposed ? 2 : 0
    const after = before + 1
    if (weights[before]! > 0 && weights[after]! > 0) {
      changes.push({
        commune,
        isExposed,
        change: totals[after]! / weights[after]! - totals[before]! / weights[before]!,
      })
    } else leftOut.push(commune)
  }
  return { changes, leftOut }
}
