// Systematic selection: the probabilities are laid end to end on a line, and a comb with teeth one apart, put down at a random
// start, picks whatever lies under a tooth. Every unit is picked with exactly its probability and the sample size is fixed.

/**
 * The places of the picked units, in order. Probabilities are in (0, 1] and add up to a whole number (to rounding).
 *
 * Source: Madow (1949), Ann. Math. Statist. 20, 333-354. In random order: Hartley and Rao (1962), Ann. Math. Statist. 33,
 * 350-374.
 */
export function systematicPick(probabilities: readonly number[], start: number): number[] {
  const n = Math.round(probabilities.reduce((sum, one) => sum + one, 0))
  const picked: number[] = []
  let reached = 0
  for (const [at, probability] of probabilities.entries()) {
    reached += probability
    if (reached > start + picked.length && picked.length < n) picked.push(at)
  }
  // rounding may leave the last tooth a hair beyond the end of the line
  if (picked.length < n) picked.push(probabilities.length - 1)
  return picked
}
