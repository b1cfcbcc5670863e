// Outliers in one indicator over all units, and what to do about them: pull the extreme values in to their neighbours,
// or bend the scale. The surprise: where skewness cannot be computed (few or equal values) nothing is treated; silence
// about it would be worse than an outlier, so the result says what was done.

export type OutlierThresholds = { skewness: number; kurtosis: number }

/**
 * Sample skewness, with the correction for small samples.
 *
 * In words: third moment over the 3/2 power of the second, times sqrt(n (n - 1)) / (n - 2).
 *
 * Source: Joanes and Gill (1998), The Statistician 47, 183-189, measure G1.
 * NaN for fewer than three values, and where all are equal. Gaps (NaN) are left out.
 *
 * @example
 * skewness([1, 2, 3]) // => 0
 * skewness([1, 1, 1, 9]).toFixed(6) // => '2.000000'
 */
export function skewness(values: readonly number[]): number {
  const { n, centred } = centre(values)
  if (n < 3) return Number.NaN
  const second = sumOfPowers(centred, 2)
  const g1 = (Math.sqrt(n) * sumOfPowers(centred, 3)) / second ** 1.5
  return (g1 * Math.sqrt(n * (n - 1))) / (n - 2)
}

/**
 * Sample excess kurtosis, with the correction for small samples.
 *
 * In words: fourth moment over the square of the second, less 3, corrected by (n + 1), (n - 1), (n - 2), (n - 3).
 *
 * Source: Joanes and Gill (1998), The Statistician 47, 183-189, measure G2.
 * NaN for fewer than four values, and where all are equal. Gaps (NaN) are left out.
 *
 * @example
 * kurtosis([1, 2, 3, 4]).toFixed(6) // => '-1.200000'
 */
export function kurtosis(values: readonly number[]): number {
  const { n, centred } = centre(values)
  if (n < 4) return Number.NaN
  const ratio = (n * sumOfPowers(centred, 4)) / sumOfPowers(centred, 2) ** 2
  return (((n + 1) * (ratio - 3) + 6) * (n - 1)) / ((n - 2) * (n - 3))
}

/**
 * Whether an indicator is free of outliers: skewness or kurtosis within its threshold.
 *
 * Source: thresholds of 2 and 3.5 as in OECD and JRC (2008), Handbook on Constructing Composite Indicators, step 5.
 *
 * @returns null where it cannot be told
 * @example
 * isWithinThresholds([1, 2, 3, 4, 5], { skewness: 2, kurtosis: 3.5 }) // => true
 * isWithinThresholds([5, 5, 5, 5, 5], { skewness: 2, kurtosis: 3.5 }) // => null
 */
export function isWithinThresholds(values: readonly number[], thresholds: OutlierThresholds): boolean | null {
  const skewed = Math.abs(skewness(values))
  const tailed = kurtosis(values)
  if (skewed < thresholds.skewness || tailed < thresholds.kurtosis) return true
  return Number.isNaN(skewed) || Number.isNaN(tailed) ? null : false
}

export type Winsorised = {
  values: number[]
  /** Per value: was it pulled in, and from which end. */
  treated: ('' | 'winhi' | 'winlo')[]
  /** Number of points pulled in. */
  count: number
}

/**
 * Winsorisation: the largest (or, with negative skewness, the smallest) values take the value of the next one, again and
 * again until the thresholds are met or `most` points have been changed.
 *
 * Source: OECD and JRC (2008), Handbook on Constructing Composite Indicators, step 5; Becker et al. (2022), COINr,
 * J. Open Source Softw. 7(78), 4567.
 *
 * @param most largest number of points; null: no limit. Tied extremes move together, so the last step may pass it.
 * @param isForced go on to `most` even when the thresholds are met
 * @returns null where skewness cannot be computed
 * @example
 * winsorise([1, 2, 3, 4, 5, 90], { skewness: 2, kurtosis: 3.5 }, 5)?.values // => [1, 2, 3, 4, 5, 5]
 */
export function winsorise(
  values: readonly number[],
  thresholds: OutlierThresholds,
  most: number | null,
  isForced = false,
): Winsorised | null {
  let current = [...values]
  let high: number[] = []
  let low: number[] = []
  const count = () => high.length + low.length
  for (;;) {
    const isWithin = isWithinThresholds(current, thresholds)
    if (most !== null && count() >= most) break
    if (isWithin === null && !isForced) return null
    if (isWithin && !isForced) break
    const skewed = skewness(current)
    if (Number.isNaN(skewed)) return null
    if (skewed >= 0) ({ values: current, places: high } = pullIn(current, Math.max))
    else ({ values: current, places: low } = pullIn(current, Math.min))
  }
  const treated: Winsorised['treated'] = values.map(() => '')
  for (const at of high) treated[at] = 'winhi'
  for (const at of low) treated[at] = 'winlo'
  return { values: current, treated, count: count() }
}

/** The values at one end take the value of the next; their places. */
function pullIn(values: number[], end: (...values: number[]) => number) {
  const known = values.filter((value) => !Number.isNaN(value))
  const extreme = end(...known)
  const next = end(...known.filter((value) => value !== extreme))
  const places = [...values.keys()].filter((at) => values[at] === extreme)
  return { values: values.map((value) => (value === extreme ? next : value)), places }
}

export const logarithms = ['log_CT', 'log_CT_plus', 'log_CT_orig', 'log_GII'] as const
export type Logarithm = (typeof logarithms)[number]

/** A bent scale: where a value lands on it, and how fast it moves there. */
export type BentScale = { of(value: number): number; slopeAt(value: number): number }

/**
 * The logarithmic scale that fits an indicator.
 *
 * In words: `log_CT` log(x - min + a) with a = 1 % of the range; `log_CT_plus` the same, mirrored for negative skewness;
 * `log_CT_orig` log(x - min + 1); `log_GII` leaves the values as they are: so does COINr 1.1, whose numbers ours are
 * compared with, although its manual gives a formula.
 *
 * Source: JRC COIN Tool user guide (2019), data treatment; Becker et al. (2022), COINr.
 *
 * @example
 * logarithmicScale([0, 100], 'log_CT').of(100).toFixed(4) // => '4.6151'
 * logarithmicScale([0, 100], 'log_CT').slopeAt(0) // => 1
 */
export function logarithmicScale(values: readonly number[], kind: Logarithm): BentScale {
  const known = values.filter((value) => !Number.isNaN(value))
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const shift = 0.01 * (most - least)
  if (kind === 'log_GII') return { of: (value) => value, slopeAt: () => 1 }
  if (kind === 'log_CT_plus' && !(skewness(values) > 0))
    return {
      of: (value) => -Math.log(most + shift - value),
      slopeAt: (value) => 1 / (most + shift - value),
    }
  const added = kind === 'log_CT_orig' ? 1 : shift
  return {
    of: (value) => Math.log(value - least + added),
    slopeAt: (value) => 1 / (value - least + added),
  }
}

/**
 * An indicator on the logarithmic scale that fits it; see `logarithmicScale`.
 *
 * @example
 * logarithm([0, 100], 'log_CT').map((value) => value.toFixed(4)) // => ['0.0000', '4.6151']
 */
export function logarithm(values: readonly number[], kind: Logarithm): number[] {
  return values.map(logarithmicScale(values, kind).of)
}

/**
 * Box-Cox transformation.
 *
 * In words: (x^lambda - 1) / lambda, or log x where lambda is 0; `isShifted` first moves the smallest value to 1.
 *
 * Source: Box and Cox (1964), J. Roy. Statist. Soc. B 26, 211-252.
 *
 * @example
 * boxCox([3, 5], 2, true) // => [0, 4]
 */
export function boxCox(values: readonly number[], lambda: number, isShifted: boolean): number[] {
  const least = Math.min(...values.filter((value) => !Number.isNaN(value)))
  const shifted = isShifted ? values.map((value) => value - least + 1) : values
  return shifted.map((value) => (lambda === 0 ? Math.log(value) : (value ** lambda - 1) / lambda))
}

function centre(values: readonly number[]) {
  const known = values.filter((value) => !Number.isNaN(value))
  const n = known.length
  const rough = known.reduce((sum, value) => sum + value, 0) / n
  // A second pass takes the rounding of the first out, which matters where all values are large and alike.
  const mean = rough + known.reduce((sum, value) => sum + (value - rough), 0) / n
  return { n, centred: known.map((value) => value - mean) }
}

function sumOfPowers(values: readonly number[], power: number): number {
  return values.reduce((sum, value) => sum + value ** power, 0)
}
