// How strong would something we did not measure have to be to explain a difference away entirely? One number that keeps
// "associated" from being read as "caused".

/**
 * E-value of a risk ratio.
 *
 * In words: RR + sqrt(RR (RR - 1)), with 1/RR in place of RR when it is below one. An unmeasured trait would have to be that
 * many times as common among the exposed, and raise the outcome that many times, to explain the whole difference.
 *
 * Source: VanderWeele and Ding (2017), Annals of Internal Medicine 167, 268-274.
 *
 * @param riskRatio above zero
 * @returns 1 for no association, larger for stronger; null when the ratio is not a number above zero
 * @example
 * eValue(2).toFixed(4) // => '3.4142'
 * eValue(0.5) === eValue(2) // => true
 */
export function eValue(riskRatio: number): number | null {
  if (!(riskRatio > 0 && Number.isFinite(riskRatio))) return null
  const ratio = riskRatio >= 1 ? riskRatio : 1 / riskRatio
  return ratio + Math.sqrt(ratio * (ratio - 1))
}
