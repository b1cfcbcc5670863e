// The one variance formula of the product. Estimation from rows and estimation from stored moments both end here:
// they hand in, for every estimate, the total of its influence values in each cluster.

import type { LonelyPsuRule } from './design'
import type { SamplingStage } from './sampling-stage'
import { StatisticsError } from './statistics-error'

/** Totals of influence values in the units that hold rows of the domain; all other units of the design have total 0. */
export interface UnitTotals {
  /** the units, each once */
  units: Int32Array
  /** one array per estimate, aligned with `units` */
  totals: Float64Array[]
}

export interface LonelyHandling {
  lonelyPsu: LonelyPsuRule
  adjustDomainLonely: boolean
}

const CENSUS = 1e-7

/**
 * Covariance matrix of estimates from the totals of their influence values in the sampling units of one stage.
 *
 * In words: in each stratum, how far the unit totals lie from their mean, squared and summed, times n/(n-1), times the
 * share of the units that was not drawn; added over strata.
 *
 *     V = sum_h m_h (1 - n_h/N_h) n_h/(n_h - 1) sum_c (t_hc - tbar_h)(t_hc - tbar_h)'
 *
 * n_h counts the units of the design; those without a domain member have t = 0. m_h is 1 at the first stage and the
 * product of the sampling fractions above at later ones.
 * Source: Särndal, Swensson, Wretman (1992) eq. 4.6.2 and result 4.3.1; Lumley (2004) J. Stat. Software 9(8).
 * Lonely units: see `LonelyPsuRule`; `adjust` centres at (sum of all totals)/(units drawn in the strata of the domain).
 *
 * Returns p*p numbers by rows, all NaN when every stratum is lonely under the rule `average`. Errors: lonely_psu.
 *
 * @example
 * const { stages } = makeDesign({ weights: [1, 1, 1] })
 * const units = Int32Array.of(0, 1, 2)
 * const rule = { lonelyPsu: 'fail', adjustDomainLonely: false }
 * // totals 1, 2, 3: 3/2 * ((-1)^2 + 0 + 1^2)
 * [...stageCovariance(stages[0], { units, totals: [Float64Array.of(1, 2, 3)] }, rule)] // => [3]
 */
export function stageCovariance(
  stage: SamplingStage,
  input: UnitTotals,
  handling: LonelyHandling,
): Float64Array {
  const size = input.totals.length
  const covariance = new Float64Array(size * size)
  const members = groupByStratum(stage, input.units)
  const overall = handling.lonelyPsu === 'adjust' ? overallMean(stage, input, members) : null
  let unknown = 0
  for (const [stratum, positions] of members) {
    const centring = chooseCentring(stage, stratum, positions.length, handling)
    if (centring === 'unknown') unknown++
    if (centring === 'unknown' || centring === 'none') continue
    const scale =
      stage.multiplier[stratum]! * (1 - stage.fraction[stratum]!) * smallSampleFactor(stage.drawn[stratum]!)
    const centre =
      centring === 'overall' ? overall! : stratumMean(input.totals, positions, stage.drawn[stratum]!)
    addCrossProducts(
      covariance,
      input.totals,
      positions,
      centre,
      stage.drawn[stratum]! - positions.length,
      scale,
    )
  }
  if (unknown > 0) {
    const inflation = members.size / (members.size - unknown)
    for (let entry = 0; entry < covariance.length; entry++) covariance[entry]! *= inflation
  }
  return covariance
}

type Centring = 'own' | 'overall' | 'none' | 'unknown'

function chooseCentring(
  stage: SamplingStage,
  stratum: number,
  present: number,
  handling: LonelyHandling,
): Centring {
  const drawn = stage.drawn[stratum]!
  if (1 - stage.fraction[stratum]! < CENSUS) return 'none'
  const isLonely = drawn === 1
  const isLonelyInDomain = handling.adjustDomainLonely && present === 1
  if (!isLonely && !isLonelyInDomain) return 'own'
  if (handling.lonelyPsu === 'adjust') return 'overall'
  if (handling.lonelyPsu === 'average') return 'unknown'
  if (!isLonely) return 'own'
  if (handling.lonelyPsu !== 'fail') return 'none'
  throw new StatisticsError(
    'lonely_psu',
    `Stratum "${stage.stratumLabel(stratum)}" has only one cluster, so its variance cannot be estimated. ` +
      'Merge it with a neighbouring stratum, or choose a rule for lonely clusters.',
  )
}

function smallSampleFactor(drawn: number): number {
  return drawn > 1 ? drawn / (drawn - 1) : 1
}

/** stratum -> positions in `units`, strata in order of their number so that sums do not depend on the order of rows */
function groupByStratum(stage: SamplingStage, units: Int32Array): Map<number, number[]> {
  const groups = new Map<number, number[]>()
  for (let position = 0; position < units.length; position++) {
    const stratum = stage.stratumOfUnit[units[position]!]!
    const group = groups.get(stratum)
    if (group) group.push(position)
    else groups.set(stratum, [position])
  }
  return groups
}

function overallMean(stage: SamplingStage, input: UnitTotals, members: Map<number, number[]>): Float64Array {
  let drawn = 0
  for (const stratum of members.keys()) drawn += stage.drawn[stratum]!
  return Float64Array.from(input.totals, (totals) => totals.reduce((sum, total) => sum + total, 0) / drawn)
}

function stratumMean(totals: Float64Array[], positions: number[], drawn: number): Float64Array {
  return Float64Array.from(totals, (column) => {
    let sum = 0
    for (const position of positions) sum += column[position]!
    return sum / drawn
  })
}

/** Adds scale * (sum over the listed units of centred products + `absent` units with total 0). */
function addCrossProducts(
  covariance: Float64Array,
  totals: Float64Array[],
  positions: number[],
  centre: Float64Array,
  absent: number,
  scale: number,
): void {
  const size = totals.length
  for (let j = 0; j < size; j++) {
    for (let k = 0; k <= j; k++) {
      let sum = absent * centre[j]! * centre[k]!
      for (const position of positions)
        sum += (totals[j]![position]! - centre[j]!) * (totals[k]![position]! - centre[k]!)
      covariance[j * size + k]! += scale * sum
      if (k < j) covariance[k * size + j]! += scale * sum
    }
  }
}
