// Adjusts p-values when several comparisons stand in one view: nine communes give a "significant" one by luck alone in
// more than a third of all waves. The surprise: missing p-values stay missing and do not count in the family.
import { StatisticsError } from '#lib/stats/statistics-error'

/** How the family of tests is protected; see `adjustPValues`. */
export type PValueAdjustment =
  | 'holm'
  | 'benjamini-hochberg'
  | 'hochberg'
  | 'bonferroni'
  | 'benjamini-yekutieli'

/** One step of a rule: the factor for the p-value that has rank `rank` (1 = smallest) among `size`. */
type Factor = (rank: number, size: number) => number

/**
 * Adjusted p-values for a family of tests.
 *
 * For views with few, pre-declared comparisons use `holm` (no more than 5 % chance of any false alarm); for screens
 * that look for what may be worth a closer look use `benjamini-hochberg` (at most 5 % of the alarms are false, on average).
 *
 * Formula in words, p sorted, m tests: Holm multiplies the j-th smallest by m - j + 1 and takes running maxima from below;
 * Hochberg has the same factors with running minima from above; Benjamini-Hochberg multiplies by m / j with running
 * minima from above; Benjamini-Yekutieli the same times 1 + 1/2 + ... + 1/m, for any dependence; Bonferroni multiplies by m.
 * All are cut at 1.
 * Source: Holm (1979) Scand. J. Statistics 6; Hochberg (1988) Biometrika 75; Benjamini, Hochberg (1995) JRSS B 57;
 * Benjamini, Yekutieli (2001) Annals of Statistics 29, theorem 1.3.
 * @param pValues probabilities 0..1; null where a test was not possible
 * @returns adjusted p-values in the order given, null where null was given
 * @throws StatisticsError value_outside_range when a p-value is not between 0 and 1
 * @example
 * adjustPValues([0.01, 0.04, 0.03, null], 'holm') // => [0.03, 0.06, 0.06, null]
 * adjustPValues([0.01, 0.04, 0.02], 'benjamini-hochberg') // => [0.03, 0.04, 0.03]
 */
export function adjustPValues(
  pValues: readonly (number | null)[],
  adjustment: PValueAdjustment,
): (number | null)[] {
  const given = pValues.flatMap((pValue, place) => (pValue === null ? [] : [{ pValue, place }]))
  for (const { pValue, place } of given) {
    if (!(pValue >= 0 && pValue <= 1)) {
      throw new StatisticsError(
        'value_outside_range',
        `The p-value at place ${place + 1} is ${pValue}; p-values lie between 0 and 1.`,
      )
    }
  }
  given.sort((a, b) => a.pValue - b.pValue)
  const adjusted: (number | null)[] = pValues.map(() => null)
  const { factor, isStepDown } = rule(adjustment)
  const steps = isStepDown ? given.keys() : [...given.keys()].reverse()
  let running = isStepDown ? 0 : 1
  for (const step of steps) {
    const { pValue, place } = given[step]!
    const candidate = Math.min(1, pValue * factor(step + 1, given.length))
    running = isStepDown ? Math.max(running, candidate) : Math.min(running, candidate)
    adjusted[place] = running
  }
  return adjusted
}

function rule(adjustment: PValueAdjustment): { factor: Factor; isStepDown: boolean } {
  switch (adjustment) {
    case 'holm':
      return { factor: (rank, size) => size - rank + 1, isStepDown: true }
    case 'hochberg':
      return { factor: (rank, size) => size - rank + 1, isStepDown: false }
    case 'bonferroni':
      return { factor: (_rank, size) => size, isStepDown: true }
    case 'benjamini-hochberg':
      return { factor: (rank, size) => size / rank, isStepDown: false }
    case 'benjamini-yekutieli':
      return { factor: (rank, size) => (size / rank) * harmonicNumber(size), isStepDown: false }
  }
}

function harmonicNumber(size: number): number {
  let sum = 0
  for (let k = 1; k <= size; k++) sum += 1 / k
  return sum
}
