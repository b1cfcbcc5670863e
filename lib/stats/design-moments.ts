// Estimates for many domains of a design at once: one pass over the rows adds up moments, then every domain is a matter
// of its own cells. A thousand communes cost one pass, not a thousand.

import { collectMoments, type MomentColumn } from '#lib/stats/collect-moments'
import { type Column, toColumn } from '#lib/stats/column'
import type { Design } from '#lib/stats/design'
import type { Label } from '#lib/stats/label-codes'
import { type MomentEstimate, momentMean } from '#lib/stats/moment-estimate'
import { type MomentSample, type ReadCell, readMoments } from '#lib/stats/moment-sample'
import { type MomentCell, momentBlocks } from '#lib/stats/moments'
import type { SamplingStage } from '#lib/stats/sampling-stage'

/**
 * Moments of a design by domain, ready for `momentMean`, `momentProportion`, `momentRatio`, `momentTotal`.
 *
 * In words: the rows of a domain in a cluster become one cell; strata, population sizes and the rule for lonely clusters
 * are those of the design. A second stage counts when its units are single rows.
 * Errors: RangeError for calibrated weights (their residuals need the rows) and for deeper samples.
 *
 * @example
 * const design = makeDesign({ weights: [1, 1, 2, 2], clusters: [['v1', 'v1', 'v2', 'v2']] })
 * const columns = [{ name: 'yes', values: [1, 0, 1, 1] }, { name: 'all', values: [1, 1, 1, 1] }]
 * const sample = designMoments(design, columns, ['women', 'men', 'women', 'men'])
 * momentRatio(sample, { domain: 'women', numerator: 'yes', denominator: 'all' }).value // => 1
 * momentRatio(sample, { domain: 'men', numerator: 'yes', denominator: 'all' }).value.toFixed(3) // => '0.667'
 */
export function designMoments(
  design: Design,
  columns: MomentColumn[],
  domains: ArrayLike<Label | null | undefined> | null = null,
): MomentSample {
  const [first, second, third] = design.stages
  const { unitOfRow, stratumOfUnit } = first!
  if (design.calibration)
    throw new RangeError('moments cannot follow calibrated weights: estimate from the rows')
  if (third || (second && second.stratumOfUnit.length !== design.size)) {
    throw new RangeError(
      'moments know a second stage of single rows and nothing below it: estimate from the rows',
    )
  }
  const hasClusters = stratumOfUnit.length < design.size || second !== undefined
  const table = collectMoments({
    weights: design.weights,
    columns,
    domains,
    strata: unitOfRow.map((unit) => stratumOfUnit[unit]!),
    clusters: hasClusters ? unitOfRow : null,
    withProducts: second !== undefined,
  })
  const { lonelyPsu, adjustDomainLonely } = design
  return readMoments({
    columns: table.columns,
    cells: table.cells.map((cell) => ({ ...cell, stratum: first!.stratumLabel(Number(cell.stratum)) })),
    strata: strataFacts(first!),
    clusterSizes: second ? clusterSizes(first!, second, table.cells) : undefined,
    lonelyPsu,
    adjustDomainLonely,
  })
}

function strataFacts({ drawn, fraction, stratumLabel }: SamplingStage) {
  return Object.fromEntries(
    Array.from(drawn, (count, stratum) => [
      stratumLabel(stratum),
      { drawn: count, populationSize: count / fraction[stratum]! },
    ]),
  )
}

function clusterSizes(first: SamplingStage, second: SamplingStage, cells: MomentCell[]) {
  const sizes: Record<string, Record<string, number>> = {}
  for (const { stratum, cluster } of cells) {
    const label = first.stratumLabel(Number(stratum))
    sizes[label] ??= {}
    sizes[label][cluster!] = second.drawn[Number(cluster)]! / second.fraction[Number(cluster)]!
  }
  return sizes
}

/**
 * Mean of a variable in each of many domains, with their errors.
 *
 * Source and formula: see `weightedMean`, which gives the same numbers one domain at a time.
 * Domains in which nobody answered are left out. Errors: lonely_psu.
 *
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 1], clusters: [['v1', 'v1', 'v2', 'v2']] })
 * const means = domainMeans(design, [1, 2, 3, 4], ['a', 'b', 'a', 'b'])
 * means.get('a').value // => 2
 * means.get('a').standardError // => 1
 */
export function domainMeans(
  design: Design,
  values: Column,
  domains: ArrayLike<Label | null | undefined>,
  options: { level?: number } = {},
): Map<string, MomentEstimate> {
  const column = toColumn(values)
  const valid = (row: number) => (Number.isNaN(column[row]) ? Number.NaN : 1)
  const columns = [
    { name: 'value', values: column },
    { name: 'valid', values: valid },
  ]
  const sample = designMoments(design, columns, domains)
  const { counts } = momentBlocks(columns.length)
  const hasValid = (cells: ReadCell[]) => cells.some(({ moments }) => moments[counts + 1]! > 0)
  const answered = [...sample.domains].filter(([domain, cells]) => domain !== '' && hasValid(cells))
  return new Map(
    answered.map(([domain]) => [
      domain,
      momentMean(sample, { domain, column: 'value', valid: 'valid', ...options }),
    ]),
  )
}
