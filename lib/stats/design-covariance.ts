// From influence values, one per row, to the covariance of the estimates they belong to: the single door through which
// every row-level standard error of the product passes. Pass several vectors to get their covariances as well.

import { checkLength, type Design } from '#lib/stats/design'
import type { Domain } from '#lib/stats/domain'
import type { SamplingStage } from '#lib/stats/sampling-stage'
import { stageCovariance, totalsByStratum, type UnitTotals } from '#lib/stats/stage-covariance'

/**
 * Design-based covariance matrix of estimates, from their influence (linearised) values.
 *
 * In words: add the influence values inside each first-stage cluster, see how much these totals vary inside each
 * stratum (`stageCovariance`), and where population sizes are known add the same for the later stages.
 *
 *     V = V1 + sum over clusters of f_h * V2(inside the cluster) + ...
 *
 * Source: Binder (1983) Int. Stat. Review 51; Särndal, Swensson, Wretman (1992) result 4.3.1; R survey `svyrecvar`.
 * `influence`: one array of design.size numbers per estimate, 0 outside the domain, in the units of the estimate.
 * `domain`: only strata that hold rows of it take part in the handling of lonely clusters.
 * With a calibrated design the influence values are replaced by their calibration residuals (Deville, Särndal 1992).
 * Returns p*p numbers by rows. Errors: lonely_psu, length_mismatch.
 *
 * @example
 * const design = makeDesign({ weights: [2, 2, 2, 2], clusters: [['a', 'a', 'b', 'b']] })
 * // cluster totals 3 and 7: 2/1 * ((3 - 5)^2 + (7 - 5)^2)
 * [...designCovariance(design, [Float64Array.of(1, 2, 3, 4)])] // => [16]
 */
export function designCovariance(
  design: Design,
  influence: Float64Array[],
  domain: Domain = null,
): Float64Array {
  for (const values of influence) checkLength(values.length, design.size, 'influence values')
  const { calibration } = design
  const values = calibration ? influence.map((column) => calibration.residuals(column)) : influence
  const rows = calibration ? null : domain
  const covariance = new Float64Array(influence.length ** 2)
  for (const stage of design.stages) {
    const strata = totalsByStratum(stage, sumByUnit(stage, values, rows))
    const part = stageCovariance(stage, strata, values.length, design)
    for (let entry = 0; entry < part.length; entry++) covariance[entry]! += part[entry]!
  }
  return covariance
}

/** Adds influence values inside each unit of a stage; lists only units that hold rows of the domain. */
export function sumByUnit(stage: SamplingStage, influence: Float64Array[], domain: Domain): UnitTotals {
  const { unitOfRow, stratumOfUnit } = stage
  const position = new Int32Array(stratumOfUnit.length).fill(-1)
  for (let row = 0; row < unitOfRow.length; row++) {
    if (!domain || domain[row]) position[unitOfRow[row]!] = 0
  }
  const units: number[] = []
  for (let unit = 0; unit < position.length; unit++) {
    if (position[unit] === 0) position[unit] = units.push(unit) - 1
  }
  const totals = influence.map((column) => {
    const sums = new Float64Array(units.length)
    for (let row = 0; row < column.length; row++) {
      const place = position[unitOfRow[row]!]!
      if (place >= 0 && column[row] !== 0) sums[place]! += column[row]!
    }
    return sums
  })
  return { units: Int32Array.from(units), totals }
}
