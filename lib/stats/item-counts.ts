// Turning the items of a factor into two numbers per person: how many answers were valid and how many of them satisfied.
// Every official satisfaction share is a ratio of their totals.

import { type Column, toColumn } from './column'

export type AnswerCodes = {
  /** Codes that count as satisfied, e.g. 4 and 5. */
  satisfied: readonly number[]
  /** Codes that count as an answer, e.g. 1 to 5. */
  valid: readonly number[]
}

export type ItemCounts = {
  /** Items of the person with a satisfied answer. */
  satisfied: Float64Array
  /** Items with a valid answer. */
  valid: Float64Array
  /** Items with an answer that is not valid: "don't know", "refused". */
  unsure: Float64Array
}

/**
 * Counts of satisfied, valid and unsure answers per person.
 *
 * In words: for every row, the number of items whose answer is one of the satisfied codes (and valid), one of the valid
 * codes, or some other code. A missing answer counts nowhere.
 *
 * @param items one column of codes per item
 * @param codes which codes mean what
 * @throws RangeError if there are no items
 * @example
 * const counts = countItems([[5, 2], [4, 8]], { satisfied: [4, 5], valid: [1, 2, 3, 4, 5] })
 * [...counts.satisfied] // => [2, 0]
 * [...counts.valid] // => [2, 1]
 * [...counts.unsure] // => [0, 1]
 */
export function countItems(items: readonly Column[], codes: AnswerCodes): ItemCounts {
  const columns = items.map(toColumn)
  if (columns.length === 0) throw new RangeError('a factor needs at least one item')
  const valid = new Set(codes.valid)
  const satisfied = new Set(codes.satisfied.filter((code) => valid.has(code)))
  const size = columns[0]!.length
  const counts = {
    satisfied: new Float64Array(size),
    valid: new Float64Array(size),
    unsure: new Float64Array(size),
  }
  for (const column of columns) {
    for (let row = 0; row < size; row++) {
      const answer = column[row]!
      if (Number.isNaN(answer)) continue
      if (!valid.has(answer)) counts.unsure[row]!++
      else {
        counts.valid[row]!++
        if (satisfied.has(answer)) counts.satisfied[row]!++
      }
    }
  }
  return counts
}
