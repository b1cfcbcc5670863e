// Sums of columns: "satisfied" is the column of answer 4 plus that of answer 5. Estimates are asked for in such sums, and
// their derivatives are such sums again.

import type { MomentSample } from '#lib/stats/moment-sample'
import { momentBlocks } from '#lib/stats/moments'

/** Derivative of an estimate by the weighted total of a column, or the column's share in a sum. */
export interface ColumnTerm {
  /** place of the column in the table */
  column: number
  coefficient: number
}

/** One column, several to be added, or a weighted sum of columns. */
export type ColumnSum = string | readonly string[] | Readonly<Record<string, number>>

/**
 * Places of columns in a table, by name. RangeError for a name that is not there.
 *
 * @example
 * placesOf(readMoments({ columns: ['yes', 'no'], cells: [] }), ['no']) // => [1]
 */
export function placesOf(sample: MomentSample, names: readonly string[]): number[] {
  return names.map((name) => {
    const place = sample.columnPlace.get(name)
    if (place === undefined) throw new RangeError(`the moments have no column "${name}"`)
    return place
  })
}

/**
 * A sum of columns as terms.
 *
 * @example
 * const sample = readMoments({ columns: ['never', 'often', 'always'], cells: [] })
 * readColumnSum(sample, ['often', 'always']).map(({ column }) => column) // => [1, 2]
 * readColumnSum(sample, { often: 0.5, always: 1 })[0] // => { column: 1, coefficient: 0.5 }
 */
export function readColumnSum(sample: MomentSample, sum: ColumnSum): ColumnTerm[] {
  if (typeof sum === 'string') return placesOf(sample, [sum]).map((column) => ({ column, coefficient: 1 }))
  if (isList(sum)) return placesOf(sample, sum).map((column) => ({ column, coefficient: 1 }))
  const coefficients = Object.values(sum)
  return placesOf(sample, Object.keys(sum)).map((column, place) => ({
    column,
    coefficient: coefficients[place]!,
  }))
}

function isList(sum: ColumnSum): sum is readonly string[] {
  return Array.isArray(sum)
}

/**
 * The terms of two sums times a factor each, every column once; combinations of estimates are made the same way.
 *
 * @example
 * const [yes, all] = [[{ column: 0, coefficient: 1 }], [{ column: 0, coefficient: 2 }, { column: 1, coefficient: 2 }]]
 * joinTerms(yes, 1, all, -0.5) // => [{ column: 0, coefficient: 0 }, { column: 1, coefficient: -1 }]
 */
export function joinTerms(
  left: ColumnTerm[],
  byLeft: number,
  right: ColumnTerm[],
  byRight: number,
): ColumnTerm[] {
  const joined = left.map(({ column, coefficient }) => ({ column, coefficient: coefficient * byLeft }))
  for (const { column, coefficient } of right) {
    const known = joined.find((term) => term.column === column)
    if (known) known.coefficient += coefficient * byRight
    else joined.push({ column, coefficient: coefficient * byRight })
  }
  return joined
}

/**
 * Weighted total of a sum of columns in some domains.
 *
 * @example
 * const cells = [{ domain: 'c1', stratum: 's', cluster: 'v1', moments: [2, 2, 6, 18, 2, 1, 6, 3, 6, 3] }]
 * const sample = readMoments({ columns: ['all', 'yes'], cells })
 * addTotals(sample, ['c1'], [{ column: 0, coefficient: 1 }, { column: 1, coefficient: -1 }]) // => 3
 */
export function addTotals(sample: MomentSample, domains: string[], terms: ColumnTerm[]): number {
  const { totals } = momentBlocks(sample.columns.length)
  return terms.reduce(
    (sum, { column, coefficient }) => sum + coefficient * sumMoments(sample, domains, totals + column),
    0,
  )
}

/**
 * One number of the cells of some domains, added up.
 *
 * @example
 * const cells = [{ domain: 'c1', stratum: 's', cluster: 'v1', moments: [2, 2, 6, 18, 1, 3, 3] }]
 * sumMoments(readMoments({ columns: ['yes'], cells }), ['c1'], 2) // => 6
 */
export function sumMoments(sample: MomentSample, domains: string[], place: number): number {
  let sum = 0
  for (const domain of domains)
    for (const { moments } of sample.domains.get(domain) ?? []) sum += moments[place]!
  return sum
}
