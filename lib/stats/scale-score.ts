// A person's score on a scale of several items, 0..100. People who answered fewer than half of the items have no score:
// a guess for them would be a guess about those who find the questions hard.

import { type Column, toColumn } from './column'

/**
 * Person scores of a scale.
 *
 * In words: mean of the valid items of a person, moved to 0 (smallest code) .. 100 (largest code); a gap when fewer than
 * half of the items are valid. Estimate their mean with `weightedMean`.
 *
 * Source: Fayers and Machin (2016), Quality of Life, chapter 15 (half rule).
 *
 * @param items one column of codes per item, items that are turned round already coded so
 * @param validCodes codes that count as answers; "don't know" is not among them
 * @returns one score per row, NaN for a gap
 * @throws RangeError if there are no items or fewer than two valid codes
 * @example
 * [...scaleScores([[5, 1, 8], [3, 1, 8]], [1, 2, 3, 4, 5])] // => [75, 0, NaN]
 */
export function scaleScores(items: readonly Column[], validCodes: readonly number[]): Float64Array {
  const columns = items.map(toColumn)
  const lowest = Math.min(...validCodes)
  const highest = Math.max(...validCodes)
  if (columns.length === 0 || !(highest > lowest))
    throw new RangeError('a scale needs items and at least two codes')
  const valid = new Set(validCodes)
  return Float64Array.from(columns[0]!, (_, row) => {
    const answers = columns.map((column) => column[row]!).filter((answer) => valid.has(answer))
    if (answers.length < columns.length / 2 || answers.length === 0) return Number.NaN
    const mean = answers.reduce((sum, answer) => sum + answer, 0) / answers.length
    return ((mean - lowest) / (highest - lowest)) * 100
  })
}
