// What a set of weights costs: unequal weights act like a smaller sample. Look at this before and after every weighting
// step, and for every unit, because one heavy respondent can carry a small commune.

export type WeightDiagnostics = {
  /** Respondents with a weight above zero. */
  n: number
  sum: number
  minimum: number
  maximum: number
  coefficientOfVariation: number
  /** Kish's design effect of unequal weights, 1 = no loss. */
  kishDesignEffect: number
  /** Effective sample size, in respondents. */
  kishEffectiveSize: number
  /** Share of the heaviest respondent in the total weight, 0..1. */
  largestShare: number
  warnings: ('one_weight_above_5_percent' | 'negative_weights')[]
}

const LARGE_SHARE = 0.05

/**
 * Weight diagnostics with Kish's design effect.
 *
 * In words: design effect = n times the sum of squared weights over the square of their sum; effective size = n divided by
 * it. Rows of zero weight do not count. A warning is raised when one respondent holds more than 5 % of the total weight.
 *
 * Source: Kish (1965), Survey Sampling, section 11.7; Kish (1992), J. Official Statist. 8, 183-200.
 *
 * @param weights weights of the respondents (of one unit, or of all)
 * @returns the diagnostics, or null when no row has a weight
 * @example
 * diagnoseWeights([1, 3])?.kishEffectiveSize // => 1.6
 */
export function diagnoseWeights(weights: ArrayLike<number>): WeightDiagnostics | null {
  const held = Array.from(weights).filter((weight) => weight !== 0)
  const n = held.length
  if (n === 0) return null
  let sum = 0
  let squares = 0
  let minimum = Number.POSITIVE_INFINITY
  let maximum = Number.NEGATIVE_INFINITY
  for (const weight of held) {
    sum += weight
    squares += weight * weight
    minimum = Math.min(minimum, weight)
    maximum = Math.max(maximum, weight)
  }
  const kishDesignEffect = (n * squares) / (sum * sum)
  const warnings: WeightDiagnostics['warnings'] = []
  if (maximum / sum > LARGE_SHARE) warnings.push('one_weight_above_5_percent')
  if (minimum < 0) warnings.push('negative_weights')
  return {
    n,
    sum,
    minimum,
    maximum,
    coefficientOfVariation: Math.sqrt(Math.max(0, kishDesignEffect - 1)),
    kishDesignEffect,
    kishEffectiveSize: (sum * sum) / squares,
    largestShare: maximum / sum,
    warnings,
  }
}
