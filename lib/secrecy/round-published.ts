// Rounding on top of suppression: it hides the last respondent in a total and keeps readers from reading too much into a
// digit. The surprise: interval ends go outwards, so that the rounded interval never promises more than the computed one.

/**
 * Rounds a count to the nearest multiple of a base, halves up.
 *
 * Formula: floor(value / base + 1/2) * base.
 * Source: Hundepool et al. (2012) Statistical Disclosure Control, section 5.4.2 (conventional rounding).
 * @throws RangeError when the base is not greater than 0
 * @example
 * roundToBase(13, 5) // => 15
 * roundToBase(12, 5) // => 10
 */
export function roundToBase(value: number, base: number): number {
  if (!(base > 0)) throw new RangeError(`the base must be greater than 0, got ${base}`)
  return Math.floor(value / base + 0.5) * base
}

/**
 * Rounds an interval outwards to multiples of a base, e.g. percent to whole numbers with base 0.01.
 *
 * Formula: floor of the lower end, ceiling of the upper end, in units of the base.
 * Source: method of the house: an interval may only become wider by rounding.
 * @throws RangeError when the base is not greater than 0
 * @example
 * roundOutwards({ low: 0.523, high: 0.678 }, 0.01) // => { low: 0.52, high: 0.68 }
 */
export function roundOutwards(
  interval: { low: number; high: number },
  base: number,
): { low: number; high: number } {
  if (!(base > 0)) throw new RangeError(`the base must be greater than 0, got ${base}`)
  // 1e-9: 0.58 / 0.01 is 57.99999999999999 in floating point, and an end that is exact must stay.
  return {
    low: Math.floor(interval.low / base + 1e-9) * base,
    high: Math.ceil(interval.high / base - 1e-9) * base,
  }
}
