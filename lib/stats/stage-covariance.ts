// The one variance formula of the product. Estimation from rows and estimation from stored moments both end here: they
// hand in, per stratum, the sums and products of the influence values of the sampling units. The surprise: a unit
// without a single member of the domain counts as well, with total 0.

import type { LonelyPsuRule } from '#lib/stats/design'
import type { SamplingStage } from '#lib/stats/sampling-stage'
import { StatisticsError } from '#lib/stats/statistics-error'

/** The strata of a stage, as far as the variance needs them. */
export type StageStrata = Pick<
  SamplingStage,
  'drawn' | 'fraction' | 'multiplier' | 'stratumLabel' | 'isNested'
>

/** What one stratum knows about the totals of influence values in its units. */
export interface StratumTotals {
  stratum: number
  /** units that hold rows of the domain; all other units of the stratum have total 0 */
  present: number
  /** sum of the unit totals, one per estimate */
  sums: ArrayLike<number>
  /** sum over the present units of (total of estimate j - centre of j) times the same for k */
  products(j: number, k: number, centre: Float64Array): number
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
 * `strata`: those that hold rows of the domain; `size`: number of estimates.
 * Returns size*size numbers by rows, all NaN when the rule `average` has nothing to average: every stratum is lonely, or
 * a cluster of a later stage is (it has no other strata beside it). Errors: lonely_psu.
 *
 * @example
 * const [stage] = makeDesign({ weights: [1, 1, 1] }).stages
 * const strata = totalsByStratum(stage, { units: Int32Array.of(0, 1, 2), totals: [Float64Array.of(1, 2, 3)] })
 * // 3/2 * ((-1)^2 + 0 + 1^2)
 * stageCovariance(stage, strata, 1, { lonelyPsu: 'fail', adjustDomainLonely: false }) // => [3]
 */
export function stageCovariance(
  stage: StageStrata,
  strata: StratumTotals[],
  size: number,
  handling: LonelyHandling,
): Float64Array {
  const covariance = new Float64Array(size * size)
  const overall = handling.lonelyPsu === 'adjust' ? overallMean(stage, strata, size) : null
  let unknown = 0
  for (const totals of strata) {
    const drawn = stage.drawn[totals.stratum]!
    const centring = chooseCentring(stage, totals, handling)
    if (centring === 'unknown') unknown++
    if (centring === 'unknown' || centring === 'none') continue
    const centre = centring === 'overall' ? overall! : Float64Array.from(totals.sums, (sum) => sum / drawn)
    const notDrawn = 1 - stage.fraction[totals.stratum]!
    const scale = stage.multiplier[totals.stratum]! * notDrawn * (drawn > 1 ? drawn / (drawn - 1) : 1)
    addProducts(covariance, totals, centre, drawn - totals.present, scale)
  }
  if (unknown > 0) {
    const known = stage.isNested ? 0 : strata.length - unknown
    const inflation = known > 0 ? strata.length / known : Number.NaN
    for (let entry = 0; entry < covariance.length; entry++) covariance[entry]! *= inflation
  }
  return covariance
}

type Centring = 'own' | 'overall' | 'none' | 'unknown'

function chooseCentring(
  stage: StageStrata,
  { stratum, present }: StratumTotals,
  handling: LonelyHandling,
): Centring {
  if (1 - stage.fraction[stratum]! < CENSUS) return 'none'
  const isLonely = stage.drawn[stratum] === 1
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

function overallMean(stage: StageStrata, strata: StratumTotals[], size: number): Float64Array {
  const mean = new Float64Array(size)
  let drawn = 0
  for (const { stratum, sums } of strata) {
    drawn += stage.drawn[stratum]!
    for (let j = 0; j < size; j++) mean[j]! += sums[j]!
  }
  return mean.map((sum) => sum / drawn)
}

/** Adds scale * (products of the present units + `absent` units with total 0). */
function addProducts(
  covariance: Float64Array,
  totals: StratumTotals,
  centre: Float64Array,
  absent: number,
  scale: number,
): void {
  const size = centre.length
  for (let j = 0; j < size; j++) {
    for (let k = 0; k <= j; k++) {
      const sum = totals.products(j, k, centre) + absent * centre[j]! * centre[k]!
      covariance[j * size + k]! += scale * sum
      if (k < j) covariance[k * size + j]! += scale * sum
    }
  }
}

/** Totals of influence values in sampling units, each unit listed once. */
export interface UnitTotals {
  units: Int32Array
  /** one array per estimate, aligned with `units` */
  totals: Float64Array[]
}

/**
 * Sorts unit totals into their strata.
 *
 * @example
 * const [stage] = makeDesign({ weights: [1, 1, 1], strata: ['a', 'a', 'b'] }).stages
 * const strata = totalsByStratum(stage, { units: Int32Array.of(0, 1, 2), totals: [Float64Array.of(1, 2, 5)] })
 * strata.map((totals) => totals.sums[0]) // => [3, 5]
 */
export function totalsByStratum(
  stage: Pick<SamplingStage, 'stratumOfUnit'>,
  input: UnitTotals,
): StratumTotals[] {
  const groups = new Map<number, number[]>()
  for (let position = 0; position < input.units.length; position++) {
    const stratum = stage.stratumOfUnit[input.units[position]!]!
    const group = groups.get(stratum)
    if (group) group.push(position)
    else groups.set(stratum, [position])
  }
  return [...groups].map(([stratum, positions]) => ({
    stratum,
    present: positions.length,
    sums: input.totals.map((column) => positions.reduce((sum, position) => sum + column[position]!, 0)),
    products: (j, k, centre) => {
      const [left, right] = [input.totals[j]!, input.totals[k]!]
      let sum = 0
      for (const position of positions)
        sum += (left[position]! - centre[j]!) * (right[position]! - centre[k]!)
      return sum
    },
  }))
}
