// From a draw to the design that every estimator of lib/stats wants: weights, strata, clusters and, where the error can use
// them, how many there were to draw from. What the draw cannot justify is left out, which errs on the wide side.

import type { DrawMethod } from '#lib/contacts/draw-methods'
import type { Drawn, StratumDrawn } from '#lib/contacts/draw-sample'
import type { DesignInput } from '#lib/stats/design'

/**
 * One row per drawn unit, in their order; `lonelyPsu` is left to the caller.
 *
 * Simple: with finite population correction. Systematic: as a simple sample without it (Wolter 2007, ch. 8: no unbiased
 * variance exists). Clusters taken whole: corrected for clusters; subsampled ones: ultimate clusters. Sizes (pps): with
 * replacement, units taken for sure in a stratum of their own that adds no error.
 */
export function sampleDesign(
  method: DrawMethod,
  drawn: readonly Drawn[],
  strata: readonly StratumDrawn[],
): DesignInput {
  const of = new Map(strata.map((one) => [one.stratum, one]))
  const weights = drawn.map(({ probability }) => 1 / probability)
  const labels = drawn.map(({ stratum }) => stratum)
  if (method === 'cluster') {
    const isWhole = drawn.every(
      ({ stratum, probability }) =>
        probability === of.get(stratum)!.clustersDrawn / of.get(stratum)!.clusters,
    )
    const sizes = drawn.map(({ stratum }) => of.get(stratum)!.clusters)
    return {
      weights,
      strata: labels,
      clusters: [drawn.map(({ cluster }) => cluster)],
      nest: true,
      populationSizes: isWhole ? [sizes] : null,
    }
  }
  if (method === 'pps') {
    const isCertain = (one: Drawn) => one.probability === 1
    const certainIn = (stratum: string) => of.get(stratum)!.certain
    return {
      weights,
      strata: drawn.map((one) => `${one.stratum}${isCertain(one) ? ' (certain)' : ''}`),
      populationSizes: [
        drawn.map((one) => (isCertain(one) ? certainIn(one.stratum) : Number.POSITIVE_INFINITY)),
      ],
    }
  }
  const sizes = drawn.map(({ stratum }) => of.get(stratum)!.population)
  return { weights, strata: labels, populationSizes: method === 'systematic' ? null : [sizes] }
}
