// The sample design: who stands for how many people, and how they were drawn. Built and checked once, then handed to
// every estimator (the idea of R's survey package, Lumley 2004). The surprise: a commune, a sex, an age group is never
// cut out of the design. It is a domain, an indicator over the rows, because the villages without such a person still
// tell how much the answer varies from village to village.

import { codeLabels, isMissing, type Label, pairCodes } from '#lib/stats/label-codes'
import { makeStage, type SamplingStage } from '#lib/stats/sampling-stage'
import { StatisticsError } from '#lib/stats/statistics-error'

/**
 * What to do with a stratum in which only one cluster was drawn (its variance cannot be seen):
 * `fail` refuse; `remove` and `certainty` let it add nothing; `adjust` centre it at the overall mean of the clusters;
 * `average` let it add the mean contribution of the other strata.
 */
export type LonelyPsuRule = 'fail' | 'remove' | 'adjust' | 'average' | 'certainty'

export interface DesignInput {
  /** one per row: how many people the row stands for (inverse inclusion probability, any scale) */
  weights: ArrayLike<number | null | undefined>
  /** one label per row; left out: one stratum */
  strata?: ArrayLike<Label | null | undefined> | null
  /** one column of labels per stage, the first cluster (village) first; left out: every row is its own cluster */
  clusters?: ArrayLike<Label | null | undefined>[] | null
  /** units in the population per stage (in the stratum; at stage two in the cluster); left out: with replacement */
  populationSizes?: ArrayLike<number | null | undefined>[] | null
  /** true: cluster labels repeat from stratum to stratum and mean different clusters */
  nest?: boolean
  lonelyPsu?: LonelyPsuRule
  /** true: `adjust` and `average` also for strata with several clusters of which only one holds domain members */
  adjustDomainLonely?: boolean
}

/** Replaces influence values by residuals after calibration to known totals (see lib/stats/weighting). */
export interface Calibration {
  residuals(influence: Float64Array): Float64Array
}

export interface Design {
  /** number of rows */
  size: number
  weights: Float64Array
  /** the stages that count for the variance: one, or as many as have population sizes */
  stages: SamplingStage[]
  lonelyPsu: LonelyPsuRule
  adjustDomainLonely: boolean
  calibration: Calibration | null
}

/**
 * Sample design: weights, strata, clusters and population sizes, checked.
 *
 * Source: Lumley (2010) Complex Surveys, ch. 2-3; Särndal, Swensson, Wretman (1992) ch. 4 for several stages.
 * Without population sizes only the first stage counts (ultimate cluster, Kalton 1979): slightly too wide, never too
 * narrow. Later stages count as far as their population sizes are given.
 *
 * Errors: negative_weight, missing_weight, missing_design_variable, psu_in_several_strata, fpc_below_sample,
 * fpc_varies_in_stratum, length_mismatch. A lonely cluster is refused when an estimate needs it, not here.
 *
 * @example
 * const design = makeDesign({
 *   weights: [10, 10, 20, 20],
 *   strata: ['town', 'town', 'hills', 'hills'],
 *   clusters: [['v1', 'v2', 'v3', 'v4']],
 * })
 * [...design.stages[0].drawn] // => [2, 2]
 */
export function makeDesign(input: DesignInput): Design {
  const weights = checkWeights(input.weights)
  return {
    size: weights.length,
    weights,
    stages: makeStages(input, weights.length),
    lonelyPsu: input.lonelyPsu ?? 'fail',
    adjustDomainLonely: input.adjustDomainLonely ?? false,
    calibration: null,
  }
}

/**
 * The same sample with other weights: after weighting, or for one replicate. Stages are shared, not copied.
 *
 * @example
 * const design = makeDesign({ weights: [1, 1] })
 * [...withWeights(design, [3, 5]).weights] // => [3, 5]
 */
export function withWeights(
  design: Design,
  weights: ArrayLike<number>,
  calibration: Calibration | null = null,
): Design {
  const checked = checkWeights(weights)
  checkLength(checked.length, design.size, 'weights')
  return { ...design, weights: checked, calibration }
}

/** Refuses a column that does not have one value per row of the design. */
export function checkLength(length: number, expected: number, what: string): void {
  if (length === expected) return
  throw new StatisticsError(
    'length_mismatch',
    `The ${what} have ${length} values but the design has ${expected} rows.`,
  )
}

function checkWeights(column: ArrayLike<number | null | undefined>): Float64Array {
  const weights = new Float64Array(column.length)
  for (let row = 0; row < column.length; row++) {
    const weight = column[row]
    if (isMissing(weight) || !Number.isFinite(weight)) {
      throw new StatisticsError(
        'missing_weight',
        `Row ${row + 1} has no usable weight (${weight}): every row needs a number.`,
      )
    }
    if (weight! < 0) {
      throw new StatisticsError(
        'negative_weight',
        `Row ${row + 1} has the negative weight ${weight}: weights count people.`,
      )
    }
    weights[row] = weight!
  }
  return weights
}

function makeStages(input: DesignInput, size: number): SamplingStage[] {
  const populationSizes = input.populationSizes ?? []
  const clusters = input.clusters ?? []
  for (const column of [...populationSizes, ...clusters]) checkLength(column.length, size, 'design columns')
  const counted = Math.max(1, Math.min(clusters.length || 1, populationSizes.length))
  const strata = codeStrata(input, size)
  const stages: SamplingStage[] = []
  let outer = { codes: strata.codes, count: strata.labels.length }
  let label = (stratum: number) => strata.labels[stratum]!
  for (let level = 0; level < Math.max(1, clusters.length); level++) {
    const units = codeUnits(
      clusters[level],
      level,
      input.nest === true || level > 0 ? outer.codes : null,
      size,
    )
    if (level < counted) {
      const populationSize = populationSizes[level] ?? null
      const above = stages[level - 1] ?? null
      const stageInput = {
        unitOfRow: units.codes,
        unitCount: units.count,
        stratumOfRow: outer.codes,
        stratumCount: outer.count,
      }
      stages.push(makeStage({ ...stageInput, populationSize, stratumLabel: label, above }))
    }
    outer = units
    label = (unit) => `cluster number ${unit + 1}`
  }
  return stages
}

function codeStrata(input: DesignInput, size: number) {
  if (!input.strata) return { codes: new Int32Array(size), labels: size > 0 ? ['all'] : [] }
  checkLength(input.strata.length, size, 'strata')
  return codeLabels(input.strata, 'stratum')
}

function codeUnits(column: DesignInput['strata'], level: number, inside: Int32Array | null, size: number) {
  if (!column) return { codes: Int32Array.from({ length: size }, (_, row) => row), count: size }
  const { codes, labels } = codeLabels(column, level === 0 ? 'cluster' : `cluster of stage ${level + 1}`)
  return inside ? pairCodes(inside, codes) : { codes, count: labels.length }
}
