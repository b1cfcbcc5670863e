// How many to draw in each stratum when only the whole number is given. Rounded so that the parts add up to it exactly.

export const allocations = ['proportional', 'equal', 'neyman'] as const
export type Allocation = (typeof allocations)[number]
export type StratumSize = { stratum: string; population: number; deviation?: number }

/**
 * Sample sizes by stratum: at least one in each, never more than there are, together `total` (or everybody, if fewer).
 *
 * In words: proportional to the population N_h; equal; or Neyman's: proportional to N_h times the standard deviation S_h
 * (1 where none is given), which makes the error of the whole smallest.
 *
 * Source: Neyman (1934), J. R. Statist. Soc. 97, 558-625; Cochran (1977), Sampling Techniques, section 5.5; remainders by
 * largest fraction.
 *
 * Throws RangeError when total is less than the number of strata.
 */
export function allocate(
  strata: readonly StratumSize[],
  total: number,
  rule: Allocation,
): Map<string, number> {
  if (total < strata.length) throw new RangeError('allocate requires at least one for every stratum')
  const sizes = new Map(strata.map(({ stratum }) => [stratum, 1]))
  let left = Math.min(total, sum(strata.map(({ population }) => population))) - strata.length
  // what a full stratum cannot take goes to the others, in the same proportions
  while (left > 0) {
    const open = strata.filter(({ stratum, population }) => sizes.get(stratum)! < population)
    const shares = wanted(open, sizes, left, rule)
    let given = 0
    for (const { stratum, population } of open) {
      const more = Math.min(Math.floor(shares.get(stratum)!), population - sizes.get(stratum)!)
      sizes.set(stratum, sizes.get(stratum)! + more)
      given += more
    }
    if (given === 0) {
      const fraction = ({ stratum }: StratumSize) => shares.get(stratum)! % 1
      for (const one of [...open].sort((a, b) => fraction(b) - fraction(a)).slice(0, left)) {
        sizes.set(one.stratum, sizes.get(one.stratum)! + 1)
        given++
      }
    }
    left -= given
  }
  return sizes
}

/** How many more each open stratum should get of what is left, so that the whole comes near the rule. */
function wanted(open: readonly StratumSize[], sizes: Map<string, number>, left: number, rule: Allocation) {
  const weight = ({ population, deviation = 1 }: StratumSize) =>
    rule === 'equal' ? 1 : rule === 'neyman' ? population * deviation : population
  let takers = [...open]
  for (;;) {
    const whole = sum(takers.map(weight))
    const room = left + sum(takers.map(({ stratum }) => sizes.get(stratum)!))
    const aim = (one: StratumSize) => (whole > 0 ? (weight(one) / whole) * room : room / takers.length)
    const stay = takers.filter((one) => aim(one) > sizes.get(one.stratum)!)
    if (stay.length === takers.length)
      return new Map(
        open.map((one) => [one.stratum, takers.includes(one) ? aim(one) - sizes.get(one.stratum)! : 0]),
      )
    if (stay.length === 0) return new Map(open.map((one) => [one.stratum, left / open.length]))
    takers = stay
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((whole, one) => whole + one, 0)
