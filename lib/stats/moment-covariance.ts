// Covariance of estimates made from moments. Every such estimate is a function of weighted totals, so its influence is
// one number per domain and column, the derivative by that total; with it the influence of a cluster is a dot product.

import type { ColumnTerm } from '#lib/stats/column-terms'
import { type PresentCell, presentCells, type Respondents } from '#lib/stats/moment-respondents'
import type { MomentSample, ReadCell } from '#lib/stats/moment-sample'
import { momentBlocks } from '#lib/stats/moments'
import { type StratumTotals, stageCovariance } from '#lib/stats/stage-covariance'

/** domain -> derivatives by the weighted totals in it */
export type Gradient = Map<string, ColumnTerm[]>

/** What the covariance needs to know of an estimate. */
export interface MomentInfluence {
  gradient: Gradient
  respondents: Respondents
}

/**
 * Covariance matrix of estimates from moments: the same `stageCovariance` that row-level estimates end in.
 *
 * In words: the influence total of a cluster is the sum over domains and columns of derivative times weighted total.
 * Returns p*p numbers by rows. Errors: lonely_psu.
 *
 * @example
 * const cell = (domain, cluster, yes, all) => ({ domain, stratum: 's', cluster, moments: [all, all, all, all, yes, all, yes, all, yes, all] })
 * const sample = readMoments({ columns: ['yes', 'all'], cells: [cell('c1', 'v1', 3, 4), cell('c1', 'v2', 1, 4)] })
 * const total = { gradient: new Map([['c1', [{ column: 0, coefficient: 1 }]]]), respondents: new Map([['c1', [[1]]]]) }
 * // cluster totals 3 and 1
 * momentCovariance(sample, [total]) // => [4]
 */
export function momentCovariance(
  sample: MomentSample,
  estimates: MomentInfluence[],
  cells = presentCells(
    sample,
    estimates.map(({ respondents }) => respondents),
  ),
): Float64Array {
  const first = stageCovariance(sample.stage, firstStage(sample, cells, estimates), estimates.length, sample)
  if (!sample.secondStage) return first
  const inside = [...groupBy(cells, ({ cell }) => cell.cluster)].filter(([cluster]) => cluster >= 0)
  const strata = inside.map(([cluster, members]) => answersAsUnits(sample, cluster, members, estimates))
  const second = stageCovariance(sample.secondStage, strata, estimates.length, sample)
  return first.map((entry, place) => entry + second[place]!)
}

function firstStage(
  sample: MomentSample,
  cells: PresentCell[],
  estimates: MomentInfluence[],
): StratumTotals[] {
  return [...groupBy(cells, ({ cell }) => cell.stratum)].map(([stratum, members]) =>
    members[0]!.cell.cluster === -1
      ? answersAsUnits(sample, stratum, members, estimates)
      : clustersAsUnits(sample, stratum, members, estimates),
  )
}

function groupBy<T>(items: T[], key: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

function clustersAsUnits(
  sample: MomentSample,
  stratum: number,
  cells: PresentCell[],
  estimates: MomentInfluence[],
): StratumTotals {
  const clusters = new Map<number, Float64Array>()
  for (const { domain, cell } of cells) {
    const totals = clusters.get(cell.cluster) ?? new Float64Array(estimates.length)
    clusters.set(cell.cluster, totals)
    for (let j = 0; j < estimates.length; j++)
      totals[j]! += influenceTotal(sample, cell, estimates[j]!.gradient.get(domain))
  }
  const units = [...clusters.values()]
  return {
    stratum,
    present: units.length,
    sums: estimates.map((_, j) => units.reduce((sum, totals) => sum + totals[j]!, 0)),
    products: (j, k, centre) =>
      units.reduce((sum, totals) => sum + (totals[j]! - centre[j]!) * (totals[k]! - centre[k]!), 0),
  }
}

/** Answers as the sampling units of a stratum (or of a cluster): their products are known, not the answers. */
function answersAsUnits(
  sample: MomentSample,
  stratum: number,
  cells: PresentCell[],
  estimates: MomentInfluence[],
): StratumTotals {
  const sums = estimates.map(({ gradient }) =>
    cells.reduce((sum, { domain, cell }) => sum + influenceTotal(sample, cell, gradient.get(domain)), 0),
  )
  const present = cells.reduce((sum, cell) => sum + cell.respondents, 0)
  const products = (j: number, k: number, centre: Float64Array) => {
    let sum = present * centre[j]! * centre[k]! - sums[j]! * centre[k]! - centre[j]! * sums[k]!
    for (const { domain, cell } of cells) {
      sum += influenceProduct(
        sample,
        cell,
        estimates[j]!.gradient.get(domain),
        estimates[k]!.gradient.get(domain),
      )
    }
    return j === k ? Math.max(0, sum) : sum
  }
  return { stratum, present, sums, products }
}

function influenceTotal(
  sample: MomentSample,
  { moments }: ReadCell,
  gradient: ColumnTerm[] | undefined,
): number {
  const { totals } = momentBlocks(sample.columns.length)
  let sum = 0
  for (const { column, coefficient } of gradient ?? []) sum += coefficient * moments[totals + column]!
  return sum
}

function influenceProduct(
  sample: MomentSample,
  { moments }: ReadCell,
  left: ColumnTerm[] | undefined,
  right: ColumnTerm[] | undefined,
): number {
  const { products } = momentBlocks(sample.columns.length)
  let sum = 0
  for (const one of left ?? []) {
    for (const other of right ?? []) {
      const [high, low] = one.column > other.column ? [one.column, other.column] : [other.column, one.column]
      sum += one.coefficient * other.coefficient * moments[products + (high * (high + 1)) / 2 + low]!
    }
  }
  return sum
}
