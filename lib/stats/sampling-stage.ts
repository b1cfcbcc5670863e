// One stage of a sample: which unit (village, household) each row belongs to, which stratum each unit was drawn in,
// how many were drawn there and out of how many. A stage knows all units of the DESIGN; domains never shorten it.

import { StatisticsError } from '#lib/stats/statistics-error'

export interface SamplingStage {
  /** row -> unit */
  unitOfRow: Int32Array
  /** unit -> stratum; at later stages the "stratum" is the unit of the stage before */
  stratumOfUnit: Int32Array
  /** stratum -> units drawn, n_h */
  drawn: Float64Array
  /** stratum -> n_h / N_h; 0 where units were drawn with replacement or no population size is known */
  fraction: Float64Array
  /** stratum -> product of the sampling fractions of the stages above it; 1 at the first stage */
  multiplier: Float64Array
  /** stratum -> label for messages */
  stratumLabel: (stratum: number) => string
  /** true for later stages, whose strata are the units of the stage above */
  isNested: boolean
}

export interface StageInput {
  unitOfRow: Int32Array
  unitCount: number
  stratumOfRow: Int32Array
  stratumCount: number
  populationSize: ArrayLike<number | null | undefined> | null
  stratumLabel: (stratum: number) => string
  above: SamplingStage | null
}

/**
 * Builds one stage and checks it: every unit in one stratum, population not smaller than the sample.
 *
 * Errors: psu_in_several_strata, fpc_below_sample, fpc_varies_in_stratum, missing_design_variable.
 *
 * @example
 * const rows = { unitOfRow: Int32Array.of(0, 0, 1), unitCount: 2, stratumOfRow: Int32Array.of(0, 0, 0), stratumCount: 1 }
 * const stage = makeStage({ ...rows, populationSize: [8, 8, 8], stratumLabel: () => 'town', above: null })
 * stage.fraction[0] // => 0.25
 */
export function makeStage(input: StageInput): SamplingStage {
  const { unitOfRow, stratumLabel, above } = input
  const stratumOfUnit = findStratumOfUnit(input)
  const drawn = new Float64Array(input.stratumCount)
  for (const stratum of stratumOfUnit) drawn[stratum]!++
  const fraction = findFraction(input, drawn)
  const multiplier = new Float64Array(input.stratumCount).fill(1)
  if (above) {
    for (let unit = 0; unit < multiplier.length; unit++) {
      const stratum = above.stratumOfUnit[unit]!
      multiplier[unit] = above.multiplier[stratum]! * above.fraction[stratum]!
    }
  }
  return { unitOfRow, stratumOfUnit, drawn, fraction, multiplier, stratumLabel, isNested: above !== null }
}

function findStratumOfUnit({ unitOfRow, unitCount, stratumOfRow, stratumLabel }: StageInput): Int32Array {
  const stratumOfUnit = new Int32Array(unitCount).fill(-1)
  for (let row = 0; row < unitOfRow.length; row++) {
    const unit = unitOfRow[row]!
    const stratum = stratumOfRow[row]!
    const known = stratumOfUnit[unit]!
    if (known === -1) stratumOfUnit[unit] = stratum
    else if (known !== stratum) {
      throw new StatisticsError(
        'psu_in_several_strata',
        `The cluster of row ${row + 1} appears in the strata "${stratumLabel(known)}" and "${stratumLabel(stratum)}". ` +
          'If cluster labels repeat from stratum to stratum, say so with nest: true.',
      )
    }
  }
  return stratumOfUnit
}

function findFraction(
  { populationSize, stratumOfRow, stratumLabel }: StageInput,
  drawn: Float64Array,
): Float64Array {
  const fraction = new Float64Array(drawn.length)
  if (!populationSize) return fraction
  const known = new Float64Array(drawn.length).fill(Number.NaN)
  for (let row = 0; row < stratumOfRow.length; row++) {
    const stratum = stratumOfRow[row]!
    const size = populationSize[row]
    if (size === null || size === undefined || Number.isNaN(size)) {
      throw new StatisticsError('missing_design_variable', `Row ${row + 1} has no population size.`)
    }
    if (Number.isNaN(known[stratum])) known[stratum] = size
    else if (known[stratum] !== size) {
      throw new StatisticsError(
        'fpc_varies_in_stratum',
        `Stratum "${stratumLabel(stratum)}" has two population sizes, ${known[stratum]} and ${size} (row ${row + 1}).`,
      )
    }
  }
  for (let stratum = 0; stratum < drawn.length; stratum++) {
    if (known[stratum]! < drawn[stratum]!) {
      throw new StatisticsError(
        'fpc_below_sample',
        `Stratum "${stratumLabel(stratum)}" holds ${drawn[stratum]} sampled units but its population size is ${known[stratum]}.`,
      )
    }
    fraction[stratum] = drawn[stratum]! / known[stratum]!
  }
  return fraction
}
