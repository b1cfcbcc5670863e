// Units compared two by two, so that no good score makes up for a bad one.

/**
 * Copeland scores: comparisons won less comparisons lost.
 *
 * In words: one unit beats another when the weights of the indicators on which it stands higher, and half of those on
 * which both stand equal, come to more than half of all weights.
 *
 * Source: Munda and Nardo (2009), Applied Economics 41, 1513-1523; OECD and JRC (2008), Handbook, step 6.
 *
 * @param rows `rows[unit][indicator]`; a gap (NaN) wins nothing and ties nothing
 * @param weights one per indicator, on any scale
 * @example
 * copelandScores([[3, 3], [2, 2], [1, 9]], [2, 1]) // => [2, 0, -2]
 */
export function copelandScores(rows: readonly (readonly number[])[], weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const scores = rows.map(() => 0)
  for (const [a, first] of rows.entries()) {
    for (let b = a + 1; b < rows.length; b++) {
      const second = rows[b]!
      let won = 0
      for (const [at, weight] of weights.entries()) {
        if (first[at]! > second[at]!) won += weight / whole
        else if (first[at]! === second[at]!) won += weight / whole / 2
      }
      const outcome = Math.sign(won - 0.5)
      scores[a]! += outcome
      scores[b]! -= outcome
    }
  }
  return scores
}
