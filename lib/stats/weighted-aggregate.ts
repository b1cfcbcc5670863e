// Several scores of one unit as one. Beside the value stand the derivatives: with them the sampling error of the parts
// becomes that of the whole, whatever mean is taken.

export const meanKinds = ['arithmetic', 'geometric', 'harmonic'] as const
export type Mean = (typeof meanKinds)[number]

/**
 * Weighted arithmetic, geometric or harmonic mean with its derivatives.
 *
 * In words, with weights v that add up to 1: sum v x, exp(sum v log x), 1 / sum(v / x); derivatives v, v G/x, v (H/x)^2.
 * Scores of 0 make the geometric and the harmonic mean 0; its derivatives are then 0 for the others and not finite for
 * the zero itself.
 *
 * Source: OECD and JRC (2008), Handbook on Constructing Composite Indicators, step 6.
 *
 * @param scores zero or more in a geometric mean, all of one sign in a harmonic mean
 * @param weights zero or more, on any scale, not all zero
 * @throws RangeError for negative scores in a geometric mean, or weights of zero throughout
 * @example
 * weightedAggregate([4, 1], [1, 1], 'arithmetic').value // => 2.5
 * weightedAggregate([4, 1], [1, 1], 'geometric').value.toFixed(12) // => '2.000000000000'
 * weightedAggregate([4, 1], [1, 1], 'harmonic').value // => 1.6
 */
export function weightedAggregate(
  scores: readonly number[],
  weights: readonly number[],
  mean: Mean,
): { value: number; derivatives: number[] } {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (!(whole > 0)) throw new RangeError('a mean needs at least one weight above zero')
  const parts = weights.map((weight) => weight / whole)
  if (mean === 'arithmetic')
    return { value: scores.reduce((sum, score, at) => sum + parts[at]! * score, 0), derivatives: parts }
  if (mean === 'geometric' && scores.some((score, at) => score < 0 && parts[at]! > 0))
    throw new RangeError('the geometric mean takes no scores below zero')
  const value = mean === 'geometric' ? geometric(scores, parts) : harmonic(scores, parts)
  const derivatives = scores.map((score, at) => {
    if (parts[at] === 0) return 0
    return mean === 'geometric' ? (parts[at]! * value) / score : parts[at]! * (value / score) ** 2
  })
  return { value, derivatives }
}

function geometric(scores: readonly number[], parts: readonly number[]): number {
  if (scores.some((score, at) => score === 0 && parts[at]! > 0)) return 0
  return Math.exp(scores.reduce((sum, score, at) => sum + (parts[at] ? parts[at] * Math.log(score) : 0), 0))
}

function harmonic(scores: readonly number[], parts: readonly number[]): number {
  if (scores.some((score, at) => score === 0 && parts[at]! > 0)) return 0
  return 1 / scores.reduce((sum, score, at) => sum + (parts[at] ? parts[at] / score : 0), 0)
}
