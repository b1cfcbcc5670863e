// A column of numbers with gaps. Inside lib/stats a gap is NaN in a Float64Array; at the door null, undefined and NaN
// all mean "no answer". A gap takes the row out of the domain of an estimate, never out of the design.

import { isMissing } from '#lib/stats/label-codes'
import { StatisticsError } from '#lib/stats/statistics-error'

export type Column = ArrayLike<number | boolean | null | undefined>

/**
 * A column as Float64Array, gaps as NaN. A Float64Array is passed through without a copy.
 *
 * @example
 * [...toColumn([1, null, true])] // => [1, NaN, 1]
 */
export function toColumn(values: Column): Float64Array {
  if (values instanceof Float64Array) return values
  const column = new Float64Array(values.length)
  for (let row = 0; row < values.length; row++) {
    const value = values[row]
    column[row] = isMissing(value) ? Number.NaN : Number(value)
  }
  return column
}

/**
 * Indicator of an answer: 1 where the answer is one of the categories, 0 where it is another, a gap where there is none.
 * Codes such as "don't know" are ordinary answers here: leave them out with a domain if they should not count.
 *
 * @example
 * [...indicator([5, 2, null, 4], [4, 5])] // => [1, 0, NaN, 1]
 */
export function indicator(
  answers: ArrayLike<string | number | boolean | null | undefined>,
  categories: readonly (string | number | boolean)[],
): Float64Array {
  const wanted = new Set(categories.map(String))
  const column = new Float64Array(answers.length)
  for (let row = 0; row < answers.length; row++) {
    const answer = answers[row]
    column[row] = isMissing(answer) ? Number.NaN : wanted.has(String(answer)) ? 1 : 0
  }
  return column
}

/** Refuses a confidence level that is not a share between 0 and 1. */
export function checkLevel(level: number): void {
  if (level > 0 && level < 1) return
  throw new StatisticsError(
    'value_outside_range',
    `A confidence level lies between 0 and 1 (0.95 for 95 %), not ${level}.`,
  )
}
