// Probability distributions behind intervals and tests: normal, Student t, F, beta, chi-square.
// The incomplete beta and gamma functions come from stdlib (within 1e-12 of R on our grid). Surprising: its normal
// and F quantiles lose digits far in the tails and its gamma function above some hundred degrees of freedom, so those
// are built here from the functions that do not.
import betaDistribution from '@stdlib/stats-base-dists-beta-cdf'
import betaInverse from '@stdlib/stats-base-dists-beta-quantile'
import chiSquareDistribution from '@stdlib/stats-base-dists-chisquare-cdf'
import chiSquareInverse from '@stdlib/stats-base-dists-chisquare-quantile'
import normalDistribution from '@stdlib/stats-base-dists-normal-cdf'
import studentTDistribution from '@stdlib/stats-base-dists-t-cdf'
import studentTInverse from '@stdlib/stats-base-dists-t-quantile'
import { largeGammaTails } from '#lib/stats/incomplete-gamma'

function requireProbability(name: string, probability: number): void {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`${name}: the probability must lie between 0 and 1, got ${probability}`)
  }
}

function requirePositive(name: string, parameter: string, value: number): void {
  if (!(value > 0)) throw new RangeError(`${name}: ${parameter} must be greater than 0, got ${value}`)
}

function requireNumber(name: string, value: number): void {
  if (Number.isNaN(value)) throw new RangeError(`${name}: the value must be a number, got NaN`)
}

/**
 * Standard normal distribution function: the probability that a standard normal variable is at most `value`.
 *
 * Formula: half of erfc(-value / square root of 2).
 * Source: Abramowitz and Stegun (1964), 26.2.2 and 26.2.29.
 * @param value any number, in standard deviations
 * @returns a probability, 0..1
 * @throws RangeError when the value is not a number
 * @example
 * normalCdf(-1.96) // => 0.024997895148220435
 */
export function normalCdf(value: number): number {
  requireNumber('normalCdf', value)
  return normalDistribution(value, 0, 1)
}

/**
 * Standard normal quantile: the value below which a standard normal variable falls with the given probability.
 *
 * Formula: the root of log normalCdf(x) = log p, by Newton steps. The logarithm is concave, so the steps
 * approach the root from one side and the far tails (p = 1e-300) keep full precision.
 * Source: inverse of Abramowitz and Stegun (1964), 26.2.2; Newton's method.
 * @param probability 0..1; 0 and 1 give -Infinity and Infinity
 * @returns standard deviations
 * @throws RangeError when the probability is outside 0..1
 * @example
 * normalQuantile(0.975) // => 1.959963984540054
 */
export function normalQuantile(probability: number): number {
  requireProbability('normalQuantile', probability)
  if (probability > 0.5) return -normalQuantile(1 - probability)
  if (probability === 0) return Number.NEGATIVE_INFINITY
  if (probability === 0.5) return 0
  let value = -Math.sqrt(-2 * Math.log(2 * probability))
  for (let step = 0; step < 30; step++) {
    const below = normalDistribution(value, 0, 1)
    const density = Math.exp((-value * value) / 2) / Math.sqrt(2 * Math.PI)
    const change = (Math.log(below / probability) * below) / density
    value -= change
    if (Math.abs(change) <= 1e-15 * Math.abs(value)) break
  }
  return value
}

/**
 * Student t distribution function: the probability that a t variable is at most `value`.
 *
 * Formula: for t below 0, half of the beta distribution function of df / (df + t squared) with parameters df/2, 1/2.
 * Source: Abramowitz and Stegun (1964), 26.7.1 and 26.5.27. Infinite degrees of freedom mean the normal.
 * @param value the t statistic
 * @param degreesOfFreedom greater than 0, need not be whole
 * @returns a probability, 0..1
 * @throws RangeError when the value is not a number or the degrees of freedom are not positive
 * @example
 * studentTCdf(-2.1, 7) // => 0.03693559810646
 */
export function studentTCdf(value: number, degreesOfFreedom: number): number {
  requireNumber('studentTCdf', value)
  requirePositive('studentTCdf', 'degrees of freedom', degreesOfFreedom)
  return degreesOfFreedom === Infinity ? normalCdf(value) : studentTDistribution(value, degreesOfFreedom)
}

/**
 * Student t quantile: the multiplier of the standard error in an interval, e.g. probability 0.975 for 95 %.
 *
 * Formula: inverse of `studentTCdf`.
 * Source: Abramowitz and Stegun (1964), 26.7.1.
 * @param probability 0..1; 0 and 1 give -Infinity and Infinity
 * @param degreesOfFreedom greater than 0, need not be whole; Infinity means the normal
 * @returns the t value
 * @throws RangeError when the probability is outside 0..1 or the degrees of freedom are not positive
 * @example
 * studentTQuantile(0.975, 5) // => 2.570581835636
 */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  requireProbability('studentTQuantile', probability)
  requirePositive('studentTQuantile', 'degrees of freedom', degreesOfFreedom)
  if (probability === 0.5) return 0
  return degreesOfFreedom === Infinity
    ? normalQuantile(probability)
    : studentTInverse(probability, degreesOfFreedom)
}

/**
 * Beta distribution function (regularised incomplete beta function): probability that a beta variable is at most `value`.
 *
 * Formula: integral from 0 to value of u^(a-1) (1-u)^(b-1), divided by the integral from 0 to 1.
 * Source: Abramowitz and Stegun (1964), 26.5.1.
 * @param value values below 0 and above 1 give 0 and 1
 * @param a first shape, greater than 0
 * @param b second shape, greater than 0
 * @returns a probability, 0..1
 * @throws RangeError when the value is not a number or a shape is not positive
 * @example
 * betaCdf(0.3, 2, 5) // => 0.579825
 */
export function betaCdf(value: number, a: number, b: number): number {
  requireNumber('betaCdf', value)
  requirePositive('betaCdf', 'shape a', a)
  requirePositive('betaCdf', 'shape b', b)
  return betaDistribution(value, a, b)
}

/**
 * Beta quantile: the value below which a beta variable falls with the given probability. Ends of Korn-Graubard intervals.
 *
 * Formula: inverse of `betaCdf`.
 * Source: Abramowitz and Stegun (1964), 26.5.22 (start), then root finding.
 * @param probability 0..1
 * @param a first shape, greater than 0
 * @param b second shape, greater than 0
 * @returns a share, 0..1
 * @throws RangeError when the probability is outside 0..1 or a shape is not positive
 * @example
 * betaQuantile(0.025, 1, 45.3) // => 0.0005587358574365
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  requireProbability('betaQuantile', probability)
  requirePositive('betaQuantile', 'shape a', a)
  requirePositive('betaQuantile', 'shape b', b)
  return betaInverse(probability, a, b)
}

/**
 * F distribution function: the probability that an F variable is at most `value`.
 *
 * Formula: the beta distribution function of df1 value / (df1 value + df2) with parameters df1/2, df2/2; above the
 * median one minus the upper tail, which is then the more exact of the two.
 * Source: Abramowitz and Stegun (1964), 26.6.2.
 * @param value the F statistic; below 0 gives 0
 * @param numeratorDf greater than 0, need not be whole
 * @param denominatorDf greater than 0, need not be whole; Infinity means chi-square / numerator df
 * @returns a probability, 0..1
 * @throws RangeError when the value is not a number or degrees of freedom are not positive
 * @example
 * fCdf(4.1, 2, 13) // => 0.958365946690549
 */
export function fCdf(value: number, numeratorDf: number, denominatorDf: number): number {
  requireNumber('fCdf', value)
  requirePositive('fCdf', 'numerator degrees of freedom', numeratorDf)
  requirePositive('fCdf', 'denominator degrees of freedom', denominatorDf)
  if (value <= 0) return 0
  if (value === Infinity) return 1
  if (denominatorDf === Infinity) return chiSquareCdf(value * numeratorDf, numeratorDf)
  const above = fUpperTail(value, numeratorDf, denominatorDf)
  const weighted = numeratorDf * value
  return above < 0.5
    ? 1 - above
    : betaCdf(weighted / (weighted + denominatorDf), numeratorDf / 2, denominatorDf / 2)
}

/**
 * Upper tail of the F distribution: the p-value of an F test. Keeps its digits where 1 - fCdf would round to 0.
 *
 * Formula: the beta distribution function of df2 / (df2 + df1 * value) with parameters df2/2, df1/2.
 * Source: Abramowitz and Stegun (1964), 26.6.2 and 26.5.2.
 * @param value the F statistic; 0 or less gives 1
 * @param numeratorDf greater than 0, need not be whole
 * @param denominatorDf greater than 0 and finite, need not be whole
 * @returns a probability, 0..1
 * @throws RangeError when the value is not a number or degrees of freedom are not positive
 * @example
 * fUpperTail(30, 1, 8) // => 0.000589387976805
 */
export function fUpperTail(value: number, numeratorDf: number, denominatorDf: number): number {
  requireNumber('fUpperTail', value)
  requirePositive('fUpperTail', 'numerator degrees of freedom', numeratorDf)
  requirePositive('fUpperTail', 'denominator degrees of freedom', denominatorDf)
  if (value <= 0) return 1
  return betaCdf(denominatorDf / (denominatorDf + numeratorDf * value), denominatorDf / 2, numeratorDf / 2)
}

/**
 * F quantile: the value below which an F variable falls with the given probability.
 *
 * Formula: with u the beta quantile (df1/2, df2/2), F = df2 u / (df1 (1 - u)); where u nears 1, 1 - u is taken
 * from the mirrored beta quantile, so that no digits are lost.
 * Source: Abramowitz and Stegun (1964), 26.6.2.
 * @param probability 0..1; 1 gives Infinity
 * @param numeratorDf greater than 0, need not be whole
 * @param denominatorDf greater than 0, need not be whole; Infinity means chi-square / numerator df
 * @returns the F value
 * @throws RangeError when the probability is outside 0..1 or degrees of freedom are not positive
 * @example
 * fQuantile(0.95, 1, 8) // => 5.31765507157871
 */
export function fQuantile(probability: number, numeratorDf: number, denominatorDf: number): number {
  requireProbability('fQuantile', probability)
  requirePositive('fQuantile', 'numerator degrees of freedom', numeratorDf)
  requirePositive('fQuantile', 'denominator degrees of freedom', denominatorDf)
  if (denominatorDf === Infinity) return chiSquareQuantile(probability, numeratorDf) / numeratorDf
  const share = betaQuantile(probability, numeratorDf / 2, denominatorDf / 2)
  if (share <= 0.5 || probability <= 0.5) return (denominatorDf * share) / (numeratorDf * (1 - share))
  const rest = betaQuantile(1 - probability, denominatorDf / 2, numeratorDf / 2)
  return (denominatorDf * (1 - rest)) / (numeratorDf * rest)
}

/** From here on stdlib's incomplete gamma function loses digits. */
const LARGE_DEGREES_OF_FREEDOM = 300

/**
 * Chi-square distribution function: the probability that a chi-square variable is at most `value`.
 *
 * Formula: regularised lower incomplete gamma function of df/2 at value/2.
 * Source: Abramowitz and Stegun (1964), 26.4.19.
 * @param value the chi-square statistic; below 0 gives 0
 * @param degreesOfFreedom greater than 0, need not be whole
 * @returns a probability, 0..1
 * @throws RangeError when the value is not a number or the degrees of freedom are not positive
 * @example
 * chiSquareCdf(3.84, 1) // => 0.949956478751295
 */
export function chiSquareCdf(value: number, degreesOfFreedom: number): number {
  requireNumber('chiSquareCdf', value)
  requirePositive('chiSquareCdf', 'degrees of freedom', degreesOfFreedom)
  if (value <= 0) return 0
  if (value === Infinity) return 1
  return degreesOfFreedom > LARGE_DEGREES_OF_FREEDOM
    ? largeGammaTails(degreesOfFreedom / 2, value / 2).lower
    : chiSquareDistribution(value, degreesOfFreedom)
}

/**
 * Chi-square quantile: the value below which a chi-square variable falls with the given probability.
 *
 * Formula: inverse of `chiSquareCdf`; above 300 degrees of freedom by Newton steps on the logarithm of the nearer tail,
 * from the Wilson-Hilferty cube root.
 * Source: Abramowitz and Stegun (1964), 26.4.19 and 26.4.17.
 * @param probability 0..1; 1 gives Infinity
 * @param degreesOfFreedom greater than 0, need not be whole
 * @returns the chi-square value
 * @throws RangeError when the probability is outside 0..1 or the degrees of freedom are not positive
 * @example
 * chiSquareQuantile(0.95, 1) // => 3.841458820694
 */
export function chiSquareQuantile(probability: number, degreesOfFreedom: number): number {
  requireProbability('chiSquareQuantile', probability)
  requirePositive('chiSquareQuantile', 'degrees of freedom', degreesOfFreedom)
  if (probability === 0) return 0
  if (probability === 1) return Infinity
  if (degreesOfFreedom <= LARGE_DEGREES_OF_FREEDOM) return chiSquareInverse(probability, degreesOfFreedom)
  const spread = 2 / (9 * degreesOfFreedom)
  let value =
    degreesOfFreedom * Math.max(0.1, 1 - spread + normalQuantile(probability) * Math.sqrt(spread)) ** 3
  for (let step = 0; step < 50; step++) {
    const { lower, upper, density } = largeGammaTails(degreesOfFreedom / 2, value / 2)
    const tailLog =
      probability <= 0.5 ? Math.log(lower / probability) * lower : Math.log((1 - probability) / upper) * upper
    const change = (2 * tailLog) / density
    value = Math.max(value - change, value / 4)
    if (Math.abs(change) <= 1e-15 * value) break
  }
  return value
}
