// Raking needs everybody's sex and age group; a few people do not tell. Instead of dropping them in silence their category
// is drawn from the answers of their village, and a flag says for whom.

import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { isMissing, type Label } from '#lib/stats/label-codes'

export type ImputedCategories = {
  categories: string[]
  /** 1 for the rows whose category was drawn. */
  isImputed: Uint8Array
}

/**
 * Fills missing categories for weighting by drawing from the respondents of the same cluster.
 *
 * In words: a missing category becomes that of a respondent of the same village, drawn with probability proportional to
 * the weights; where nobody in the village answered, of any respondent. For weighting variables only, never for answers.
 *
 * Source: Andridge and Little (2010), Int. Statist. Review 78, 40-64 (random hot deck within classes).
 *
 * @param categories one per row, null where missing
 * @param clusters village of each row
 * @param weights one per row
 * @param seed any integer; the same seed gives the same draws
 * @throws RangeError if nobody has a category
 * @example
 * const { categories, isImputed } = imputeWithinCluster(['F', null, 'M'], ['v1', 'v1', 'v2'], [1, 1, 1], 7)
 * categories // => ['F', 'F', 'M']
 * [...isImputed] // => [0, 1, 0]
 */
export function imputeWithinCluster(
  categories: readonly (string | null)[],
  clusters: ArrayLike<Label>,
  weights: ArrayLike<number>,
  seed: number,
): ImputedCategories {
  const generator = xoroshiro128plus(seed)
  const all = new Map<string, number>()
  const byCluster = new Map<string, Map<string, number>>()
  for (const [row, category] of categories.entries()) {
    if (isMissing(category) || !(weights[row]! > 0)) continue
    const cluster = String(clusters[row])
    const own = byCluster.get(cluster) ?? new Map<string, number>()
    byCluster.set(cluster, own)
    for (const donors of [own, all]) donors.set(category, (donors.get(category) ?? 0) + weights[row]!)
  }
  if (all.size === 0) throw new RangeError('nobody has a category to draw from')
  const isImputed = Uint8Array.from(categories, (category) => (isMissing(category) ? 1 : 0))
  const filled = categories.map((category, row) =>
    isMissing(category)
      ? draw(byCluster.get(String(clusters[row])) ?? all, uniformFloat64(generator))
      : category,
  )
  return { categories: filled, isImputed }
}

function draw(donors: ReadonlyMap<string, number>, position: number): string {
  let left = position * [...donors.values()].reduce((sum, weight) => sum + weight, 0)
  for (const [category, weight] of donors) {
    left -= weight
    if (left < 0) return category
  }
  return [...donors.keys()].at(-1)!
}
