// The effect of a campaign that communes start one after the other, with a t interval for few communes. The one kernel behind
// the primary figure, the areas and every point of the event-study picture; with two waves it is the commune-level t test.

import { studentInterval } from '#lib/stats/estimate'
import {
  applyContrast,
  type CommunePanel,
  type GroupTimeCell,
  type StaggeredContrast,
  staggeredContrast,
} from '#lib/stats/staggered-contrast'
import { studentTest } from '#lib/stats/student-test'

export type StaggeredEffect = {
  value: number
  standardError: number | null
  /** Communes less start groups. */
  degreesOfFreedom: number
  low: number | null
  high: number | null
  pValue: number | null
  cells: GroupTimeCell[]
  contrast: StaggeredContrast
}

/**
 * Average effect on treated communes, and its interval.
 *
 * In words: see `staggeredContrast` for the value. Error: the waves of a commune, less the mean of its start group, are its
 * deviations; their covariance between waves is pooled over groups with (communes - groups) degrees of freedom; the variance
 * of the effect follows from its coefficients. t with communes - groups degrees of freedom: exact for normal deviations when
 * there are two waves, and slightly wide when several differences of waves are mixed (Satterthwaite's degrees are never
 * fewer), so the size is kept with nine communes.
 *
 * Source: value: Callaway and Sant'Anna (2021), J. Econometrics 225, 200-230; error: profile analysis with a pooled
 * covariance, Mardia, Kent and Bibby (1979), Multivariate Analysis, sections 5.4 and 12.7; for two waves Donald and Lang
 * (2007), Rev. Econ. Statist. 89, 221-233. Their own bootstrap needs many communes.
 *
 * @param panel means of communes by wave, complete
 * @param options level of the interval (0.95); which waves since the start count (all from the start on)
 * @returns null where fewer than two treated or two comparison communes carry the comparison
 * @example
 * const means = [[0, 3], [0, 5], [0, 1], [0, 1]]
 * const effect = staggeredEffect({ communes: ['a', 'b', 'c', 'd'], means, starts: [1, 1, null, null] })
 * effect.value // => 3
 * effect.standardError // => 1
 * effect.degreesOfFreedom // => 2
 */
export function staggeredEffect(
  panel: CommunePanel,
  options: { level?: number; events?: (event: number) => boolean } = {},
): StaggeredEffect | null {
  const { means, starts } = panel
  const waves = means[0]?.length ?? 0
  const contrast = staggeredContrast(starts, means, waves, options.events)
  if (!contrast) return null
  const treated = new Set(contrast.cells.map(({ start }) => start))
  const degreesOfFreedom = starts.length - contrast.groups.length
  if (starts.filter((start) => start !== null && treated.has(start)).length < 2) return null
  const value = applyContrast(contrast, starts, means)
  const variance = degreesOfFreedom > 0 ? contrastCovariance(contrast, contrast, panel) : Number.NaN
  const standardError = variance > 0 ? Math.sqrt(variance) : null
  const [low, high] = studentInterval(value, standardError, degreesOfFreedom, options.level ?? 0.95)
  const { pValue } = studentTest(value, standardError, degreesOfFreedom)
  return { value, standardError, degreesOfFreedom, low, high, pValue, cells: contrast.cells, contrast }
}

/**
 * Covariance of two contrasts of one panel: sum over groups of k' S l / size, S the pooled covariance of the waves with
 * (communes - groups) degrees of freedom, k and l the coefficients of the group mean.
 *
 * @example
 * const panel = { communes: ['a', 'b', 'c', 'd'], means: [[0, 3], [0, 5], [0, 1], [0, 1]], starts: [1, 1, null, null] }
 * const { contrast } = staggeredEffect(panel)
 * contrastCovariance(contrast, contrast, panel) // => 1
 */
export function contrastCovariance(
  one: Pick<StaggeredContrast, 'coefficients'>,
  other: Pick<StaggeredContrast, 'coefficients'>,
  { means, starts }: CommunePanel,
): number {
  const groups = [...new Set(starts)].sort((a, b) => (a ?? Infinity) - (b ?? Infinity))
  const sizes = groups.map((group) => starts.filter((start) => start === group).length)
  const apply = (own: readonly number[], deviation: readonly number[]) =>
    own.reduce((sum, coefficient, wave) => sum + coefficient * deviation[wave]!, 0)
  let covariance = 0
  for (const deviation of deviationsFromGroup(means, starts)) {
    for (const [at, size] of sizes.entries())
      covariance +=
        (apply(one.coefficients[at]!, deviation) * apply(other.coefficients[at]!, deviation)) / size
  }
  return covariance / (starts.length - groups.length)
}

function deviationsFromGroup(
  means: readonly (readonly number[])[],
  starts: readonly (number | null)[],
): number[][] {
  const groups = new Map<number | null, { size: number; sums: number[] }>()
  for (const [commune, own] of means.entries()) {
    const group = groups.get(starts[commune]!) ?? { size: 0, sums: own.map(() => 0) }
    groups.set(starts[commune]!, group)
    group.size++
    for (const [wave, mean] of own.entries()) group.sums[wave]! += mean
  }
  return means.map((own, commune) => {
    const { size, sums } = groups.get(starts[commune]!)!
    return own.map((mean, wave) => mean - sums[wave]! / size)
  })
}
