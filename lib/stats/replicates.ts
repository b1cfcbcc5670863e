// Replicate weights: the sample again and again with some villages left out or counted twice. For everything that has no
// formula for its error: an index with thresholds, a median of scores, an estimate that rakes its weights anew. The
// surprise: nothing but the weights changes, so any function of the weights gets its standard error.

import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { Design } from '#lib/stats/design'
import { StatisticsError } from '#lib/stats/statistics-error'

export interface Replicates {
  design: Design
  /** per replicate, the factor on the weight of each first-stage cluster */
  factors: Float64Array[]
  /** per replicate, its share in the variance: V = sum_r scale_r (theta_r - centre)^2 */
  scales: Float64Array
  method: 'jackknife' | 'rao_wu_bootstrap' | 'given factors'
}

/**
 * Jackknife replicates (JKn; with one stratum JK1): each leaves out one cluster.
 *
 * In words: the cluster left out gets factor 0, the others of its stratum n_h/(n_h - 1), everybody else 1; the squared
 * deviation counts (1 - f_h) (n_h - 1)/n_h times.
 *
 * Source: Rust and Rao (1996) Stat. Methods Med. Res. 5; Wolter (2007) section 4.5; R as.svrepdesign(type = "JKn").
 * A stratum with one cluster gives no replicate under the rules `remove` and `certainty` or in a census; under `average` the
 * other replicates count more; under `adjust` its cluster is left out against all other strata (factor H/(H - 1) for H
 * strata). Errors: lonely_psu under the rule `fail`.
 *
 * @example
 * const replicates = jackknife(makeDesign({ weights: [1, 1, 1] }))
 * replicates.factors[0] // => [0, 1.5, 1.5]
 * replicates.scales[0].toFixed(4) // => '0.6667'
 */
export function jackknife(design: Design): Replicates {
  const { stratumOfUnit } = design.stages[0]!
  const steps = jackknifeSteps(design)
  return {
    design,
    factors: steps.map(({ left, stratum, factor }) =>
      Float64Array.from(stratumOfUnit, (own, unit) =>
        unit === left ? 0 : stratum === null || own === stratum ? factor : 1,
      ),
    ),
    scales: Float64Array.from(steps, ({ scale }) => scale),
    method: 'jackknife',
  }
}

/** One replicate of the jackknife, without its row of factors: those of a country are too many to write down. */
export type JackknifeStep = {
  /** The cluster with factor 0. */
  left: number
  /** Where the other clusters get `factor` (elsewhere 1); null: in all strata. */
  stratum: number | null
  factor: number
  /** Share in the variance. */
  scale: number
}

/**
 * The replicates of `jackknife` in a few numbers each; source and rules there.
 *
 * @example
 * const design = makeDesign({ weights: [1, 1, 1] })
 * jackknifeSteps(design).length // => 3
 * jackknifeSteps(design)[0].factor // => 1.5
 */
export function jackknifeSteps(design: Design): JackknifeStep[] {
  const { stratumOfUnit, drawn, fraction } = design.stages[0]!
  const steps: JackknifeStep[] = []
  let averaged = 0
  for (let left = 0; left < stratumOfUnit.length; left++) {
    const stratum = stratumOfUnit[left]!
    const isLonely = drawn[stratum] === 1 && fraction[stratum]! < 1
    if (isLonely && design.lonelyPsu === 'average') averaged++
    else if (isLonely && design.lonelyPsu === 'adjust' && drawn.length > 1) {
      const scale = (drawn.length - 1) / drawn.length
      steps.push({ left, stratum: null, factor: 1 / scale, scale })
    } else if (canVary(design, stratum)) {
      const share = (drawn[stratum]! - 1) / drawn[stratum]!
      steps.push({ left, stratum, factor: 1 / share, scale: (1 - fraction[stratum]!) * share })
    }
  }
  const inflation = stratumOfUnit.length / (stratumOfUnit.length - averaged)
  return steps.map((step) => ({ ...step, scale: step.scale * inflation }))
}

/** False for a stratum with one cluster that adds nothing; refuses when the rule of the design says so. */
function canVary({ stages, lonelyPsu }: Design, stratum: number): boolean {
  const { drawn, fraction, stratumLabel } = stages[0]!
  if (drawn[stratum]! > 1) return true
  if (fraction[stratum]! === 1 || lonelyPsu === 'remove' || lonelyPsu === 'certainty') return false
  throw new StatisticsError(
    'lonely_psu',
    `Stratum "${stratumLabel(stratum)}" has only one cluster, which replicates cannot leave out. Merge it with a neighbour.`,
  )
}

/**
 * Rao-Wu bootstrap replicates: in each stratum n_h - 1 clusters are drawn with replacement.
 *
 * In words: a cluster drawn k times gets factor k n_h/(n_h - 1); the squared deviations count 1/(R - 1) each. Finite
 * populations are not corrected for.
 *
 * Source: Rao and Wu (1988) JASA 83; Rao, Wu, Yue (1992) Survey Methodology 18; R type = "subbootstrap".
 * `count`: number of replicates, 500 or more for publication. `seed`: any integer; the same seed, the same replicates.
 * Errors: lonely_psu as for the jackknife.
 *
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 1], strata: ['a', 'a', 'b', 'b'] })
 * const { factors } = raoWuBootstrap(design, { count: 200, seed: 1 })
 * // of two clusters one is drawn and counts double
 * factors.every(([a, b, c, d]) => a + b === 2 && c + d === 2) // => true
 */
export function raoWuBootstrap(design: Design, { count, seed }: { count: number; seed: number }): Replicates {
  const { stratumOfUnit, drawn } = design.stages[0]!
  const unitsOfStratum = Array.from(drawn, (): number[] => [])
  for (let unit = 0; unit < stratumOfUnit.length; unit++) unitsOfStratum[stratumOfUnit[unit]!]!.push(unit)
  const varying = unitsOfStratum.filter((_, stratum) => canVary(design, stratum))
  const random = xoroshiro128plus(seed)
  const factors = Array.from({ length: count }, () => {
    const factor = new Float64Array(stratumOfUnit.length).fill(1)
    for (const units of varying) {
      for (const unit of units) factor[unit] = 0
      for (let draw = 1; draw < units.length; draw++) {
        const unit = units[uniformInt(random, 0, units.length - 1)]!
        factor[unit]! += units.length / (units.length - 1)
      }
    }
    return factor
  })
  return {
    design,
    factors,
    scales: new Float64Array(count).fill(1 / (count - 1)),
    method: 'rao_wu_bootstrap',
  }
}

/**
 * Replicates whose factors are known, for example those published with a data set.
 *
 * `factorOf`: factor of a replicate for a row; all rows of a cluster must have the same one.
 *
 * @example
 * const design = makeDesign({ weights: [1, 1] })
 * const factors = [[2, 0], [0, 2]]
 * givenReplicates(design, 2, 0.5, (replicate, row) => factors[replicate][row]).factors // => [[2, 0], [0, 2]]
 */
export function givenReplicates(
  design: Design,
  count: number,
  scale: number,
  factorOf: (replicate: number, row: number) => number,
): Replicates {
  const { unitOfRow, stratumOfUnit } = design.stages[0]!
  const factors = Array.from({ length: count }, (_, replicate) => {
    const factor = new Float64Array(stratumOfUnit.length)
    for (let row = 0; row < unitOfRow.length; row++) factor[unitOfRow[row]!] = factorOf(replicate, row)
    return factor
  })
  return { design, factors, scales: new Float64Array(count).fill(scale), method: 'given factors' }
}
