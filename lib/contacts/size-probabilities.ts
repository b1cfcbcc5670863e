// Inclusion probabilities proportional to size, with units that are certain: a village larger than its share cannot have a
// probability above one, so it is taken for sure and the rest is shared anew.

/**
 * Probabilities in the order of the sizes; they add up to `n`.
 *
 * In words: n times the size over the sum of sizes; units at or above one are set to one and taken out, and the same is
 * done with those that remain, until none is above one.
 *
 * Source: Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, section 3.6.2; Tillé (2006), Sampling
 * Algorithms, section 2.10.
 *
 * Throws RangeError for a size that is not above 0, or for n above the number of units.
 */
export function sizeProbabilities(sizes: readonly number[], n: number): number[] {
  if (n < 0 || n > sizes.length) throw new RangeError('sizeProbabilities requires no more than there are')
  if (sizes.some((size) => !(size > 0))) throw new RangeError('sizeProbabilities requires sizes above 0')
  const certain = new Set<number>()
  for (;;) {
    const rest = sizes.reduce((sum, size, at) => (certain.has(at) ? sum : sum + size), 0)
    const left = n - certain.size
    const isOver = (size: number, at: number) => !certain.has(at) && left * size >= rest * (1 - 1e-12)
    const more = left > 0 ? sizes.flatMap((size, at) => (isOver(size, at) ? [at] : [])) : []
    if (more.length === 0)
      return sizes.map((size, at) => (certain.has(at) ? 1 : left === 0 ? 0 : (left * size) / rest))
    for (const at of more) certain.add(at)
  }
}
