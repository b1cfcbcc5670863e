// Who stands behind an estimate from moments: the cells with respondents, their number, clusters, strata and degrees of
// freedom. Respondents are counted by indicator columns, because a cell also holds people who skipped the question.

import type { DomainSummary } from '#lib/stats/domain'
import type { MomentSample, ReadCell } from '#lib/stats/moment-sample'
import { momentBlocks } from '#lib/stats/moments'

/** domain -> lists of indicator columns; the counts of a list add up to respondents (several lists: the largest) */
export type Respondents = Map<string, number[][]>

export interface PresentCell {
  domain: string
  cell: ReadCell
  /** answers of the cell that belong to the domain, and their weight */
  respondents: number
  weight: number
}

/**
 * Cells in which at least one of the estimates has respondents.
 *
 * @example
 * const cell = (cluster, n) => ({ domain: 'c1', stratum: 's', cluster, moments: [9, 9, 9, 9, n, 2 * n, 2 * n] })
 * const sample = readMoments({ columns: ['valid'], cells: [cell('v1', 4), cell('v2', 0)] })
 * const present = presentCells(sample, [new Map([['c1', [[0]]]])])
 * present.map(({ respondents, weight }) => [respondents, weight]) // => [[4, 8]]
 */
export function presentCells(sample: MomentSample, respondents: Respondents[]): PresentCell[] {
  const { counts, totals } = momentBlocks(sample.columns.length)
  const domains = new Set(respondents.flatMap((one) => [...one.keys()]))
  const found: PresentCell[] = []
  for (const domain of domains) {
    const lists = respondents.flatMap((one) => one.get(domain) ?? [])
    for (const cell of sample.domains.get(domain) ?? []) {
      const count = largestSum(cell.moments, counts, lists)
      if (count > 0)
        found.push({ domain, cell, respondents: count, weight: largestSum(cell.moments, totals, lists) })
    }
  }
  return found
}

function largestSum(moments: ArrayLike<number>, block: number, lists: number[][]): number {
  let largest = 0
  for (const columns of lists) {
    let sum = 0
    for (const column of columns) sum += moments[block + column]!
    if (sum > largest) largest = sum
  }
  return largest
}

/**
 * Respondents, clusters, strata and degrees of freedom of present cells.
 *
 * @example
 * const cell = (cluster, n) => ({ domain: 'c1', stratum: 's', cluster, moments: [9, 9, 9, 9, n, n, n] })
 * const sample = readMoments({ columns: ['valid'], cells: [cell('v1', 4), cell('v2', 3)] })
 * const { n, degreesOfFreedom } = describeCells(presentCells(sample, [new Map([['c1', [[0]]]])]))
 * [n, degreesOfFreedom] // => [7, 1]
 */
export function describeCells(cells: PresentCell[]): DomainSummary {
  const clusters = new Set<number>()
  const strata = new Set<number>()
  const sums = { n: 0, weightSum: 0, answersAsClusters: 0 }
  for (const { cell, respondents, weight } of cells) {
    sums.n += respondents
    sums.weightSum += weight
    strata.add(cell.stratum)
    if (cell.cluster >= 0) clusters.add(cell.cluster)
    else sums.answersAsClusters += respondents
  }
  const count = clusters.size + sums.answersAsClusters
  const { n, weightSum } = sums
  return { n, weightSum, clusters: count, strata: strata.size, degreesOfFreedom: count - strata.size }
}
