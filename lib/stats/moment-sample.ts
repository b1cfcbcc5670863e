// A table of moments, read: which clusters each stratum has, and the cells of each domain. This is what a Design is for
// rows. The surprise: read the cells of ALL domains of a stratum, or say in `strata` how many clusters were drawn; a
// village where nobody of the domain answered still counts.

import type { LonelyPsuRule } from '#lib/stats/design'
import { type MomentCell, type MomentTable, momentLength, ROWS } from '#lib/stats/moments'
import type { StageStrata } from '#lib/stats/stage-covariance'
import { StatisticsError } from '#lib/stats/statistics-error'

export interface StratumFacts {
  /** clusters drawn; left out: those found in the cells */
  drawn?: number
  /** clusters in the population; left out: drawn with replacement */
  populationSize?: number
}

export interface MomentSampleInput extends MomentTable {
  strata?: Record<string, StratumFacts>
  /** answers possible (households, people) in each cluster, as stratum -> cluster -> number: adds the second stage */
  clusterSizes?: Record<string, Record<string, number>>
  lonelyPsu?: LonelyPsuRule
  adjustDomainLonely?: boolean
}

/** One cell, its stratum and cluster as numbers. */
export interface ReadCell {
  stratum: number
  /** -1: the answers themselves were drawn */
  cluster: number
  moments: ArrayLike<number>
}

export interface MomentSample {
  columns: readonly string[]
  columnPlace: Map<string, number>
  domains: Map<string, ReadCell[]>
  /** strata, and how many clusters (or answers) each holds */
  stage: StageStrata
  /** clusters, and how many answers each holds; null: ultimate clusters */
  secondStage: StageStrata | null
  lonelyPsu: LonelyPsuRule
  adjustDomainLonely: boolean
}

/**
 * Reads a table of moments, checks it, and counts the clusters of each stratum.
 *
 * Errors: length_mismatch (a cell of another layout), psu_in_several_strata (a stratum with and without clusters),
 * fpc_below_sample, missing_value (answers were drawn but the cell has no products).
 *
 * @example
 * const cell = (domain, cluster, yes, all) => ({ domain, stratum: 's', cluster, moments: [all, all, all, all, yes, all, yes, all, yes, all] })
 * const cells = [cell('c1', 'v1', 3, 4), cell('c1', 'v2', 1, 4), cell('c2', 'v3', 2, 4)]
 * const sample = readMoments({ columns: ['yes', 'all'], cells })
 * [...sample.domains.keys()] // => ['c1', 'c2']
 * sample.stage.drawn // => [3]
 */
export function readMoments(input: MomentSampleInput): MomentSample {
  const codes = codeCells(input, input.clusterSizes !== undefined)
  const stage = makeFirstStage(input, codes)
  return {
    columns: input.columns,
    columnPlace: new Map(input.columns.map((name, place) => [name, place])),
    domains: codes.domains,
    stage,
    secondStage: input.clusterSizes ? makeSecondStage(input, codes, stage) : null,
    lonelyPsu: input.lonelyPsu ?? 'fail',
    adjustDomainLonely: input.adjustDomainLonely ?? false,
  }
}

interface Codes {
  domains: Map<string, ReadCell[]>
  strata: Map<string, number>
  /** stratum label, cluster label -> number, in the order of `clusterNames` */
  clusters: Map<string, number>
  clusterNames: { stratum: string; cluster: string }[]
}

function codeCells({ columns, cells }: MomentTable, needsProducts: boolean): Codes {
  const codes: Codes = { domains: new Map(), strata: new Map(), clusters: new Map(), clusterNames: [] }
  for (const cell of cells) {
    checkCell(cell, columns.length, needsProducts || cell.cluster === null)
    const stratum = getOrAdd(codes.strata, cell.stratum)
    let cluster = -1
    if (cell.cluster !== null) {
      cluster = getOrAdd(codes.clusters, `${cell.stratum}\n${cell.cluster}`)
      codes.clusterNames[cluster] ??= { stratum: cell.stratum, cluster: cell.cluster }
    }
    const known = codes.domains.get(cell.domain)
    const read = { stratum, cluster, moments: cell.moments }
    if (known) known.push(read)
    else codes.domains.set(cell.domain, [read])
  }
  return codes
}

function checkCell({ domain, stratum, moments }: MomentCell, columns: number, needsProducts: boolean): void {
  const place = `The cell of "${domain}" in stratum "${stratum}"`
  if (moments.length === momentLength(columns, true)) return
  if (moments.length !== momentLength(columns, false)) {
    throw new StatisticsError(
      'length_mismatch',
      `${place} holds ${moments.length} moments, which do not fit ${columns} columns.`,
    )
  }
  if (needsProducts) {
    throw new StatisticsError(
      'missing_value',
      `${place} holds no products, without which the spread of answers is unknown.`,
    )
  }
}

function getOrAdd(known: Map<string, number>, label: string): number {
  const code = known.get(label)
  if (code !== undefined) return code
  known.set(label, known.size)
  return known.size - 1
}

function makeFirstStage(input: MomentSampleInput, codes: Codes): StageStrata {
  const labels = [...codes.strata.keys()]
  const drawn = countFirstStage(codes, labels)
  const fraction = new Float64Array(labels.length)
  for (const [stratum, label] of labels.entries()) {
    const facts = input.strata?.[label] ?? {}
    if (facts.drawn !== undefined)
      drawn[stratum] = checkSize('drawn clusters', label, facts.drawn, drawn[stratum]!)
    const population = checkSize('population size', label, facts.populationSize ?? Infinity, drawn[stratum]!)
    fraction[stratum] = drawn[stratum]! / population
  }
  const multiplier = new Float64Array(labels.length).fill(1)
  return { drawn, fraction, multiplier, stratumLabel: (stratum) => labels[stratum]!, isNested: false }
}

function countFirstStage({ domains, clusterNames, strata }: Codes, labels: string[]): Float64Array {
  const drawn = new Float64Array(labels.length)
  for (const { stratum } of clusterNames) drawn[strata.get(stratum)!]!++
  const clustered = drawn.map((count) => (count > 0 ? 1 : 0))
  for (const cells of domains.values()) {
    for (const { stratum, cluster, moments } of cells) {
      if (cluster !== -1) continue
      if (clustered[stratum]) {
        throw new StatisticsError(
          'psu_in_several_strata',
          `Stratum "${labels[stratum]}" has answers with and without a cluster.`,
        )
      }
      drawn[stratum]! += moments[ROWS]!
    }
  }
  return drawn
}

function makeSecondStage(input: MomentSampleInput, codes: Codes, first: StageStrata): StageStrata {
  const size = codes.clusterNames.length
  const [drawn, fraction, multiplier] = [
    new Float64Array(size),
    new Float64Array(size),
    new Float64Array(size),
  ]
  for (const cells of codes.domains.values()) {
    for (const { cluster, moments } of cells) if (cluster >= 0) drawn[cluster]! += moments[ROWS]!
  }
  for (const [cluster, name] of codes.clusterNames.entries()) {
    const stratum = codes.strata.get(name.stratum)!
    const population = input.clusterSizes![name.stratum]?.[name.cluster] ?? Infinity
    fraction[cluster] =
      drawn[cluster]! / checkSize('population size', name.cluster, population, drawn[cluster]!)
    multiplier[cluster] = first.multiplier[stratum]! * first.fraction[stratum]!
  }
  const stratumLabel = (cluster: number) => codes.clusterNames[cluster]!.cluster
  return { drawn, fraction, multiplier, stratumLabel, isNested: true }
}

function checkSize(what: string, label: string, size: number, sampled: number): number {
  if (size >= sampled) return size
  throw new StatisticsError(
    'fpc_below_sample',
    `"${label}" has the ${what} ${size} but ${sampled} units in the sample.`,
  )
}
