// Rounding as reports do it: half goes up (away from zero). The surprise: 1.005 is stored as a hair less than 1.005, so the
// shortest decimal text of the number is rounded, not its binary value.

/**
 * A number rounded to decimals, half away from zero.
 * @example
 * roundHalfUp(1.005, 2) // => 1.01
 */
export function roundHalfUp(value: number, decimals: number): number {
  // 12 digits after the mark of what is kept are more than any score has; beyond lies only the dirt of binary sums.
  const clean = Number(value.toPrecision(13))
  const [digits, exponent = '0'] = clean.toExponential().split('e')
  const shifted = Number(`${digits}e${Number(exponent) + decimals}`)
  const whole = Math.sign(shifted) * Math.round(Math.abs(shifted))
  return whole === 0 ? 0 : Number(`${whole}e${-decimals}`)
}
