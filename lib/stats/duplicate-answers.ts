// Records that look copied. The surprise: high agreement also occurs honestly, above all in short batteries where most
// people are content, so a match is a question to the field supervisor and never a reason to delete.
import { requireWithin } from './require-within'
import { StatisticsError } from './statistics-error'

/**
 * Exact duplicates: records that agree with another record in every column given.
 *
 * Formula: equality of all values; missing equals missing.
 * Source: Kuriakose and Robbins (2016) Statistical Journal of the IAOS 32, section 2.
 * @param columns items and keys (village, sex, age), one value per record each
 * @returns 1 for every record that has a twin, the first one included
 * @example
 * duplicateRecords([['a', 'a', 'b'], [3, 3, null]]) // => [1, 1, 0]
 */
export function duplicateRecords(columns: ArrayLike<string | number | null>[]): Uint8Array {
  const keys = Array.from({ length: columns[0]?.length ?? 0 }, (_, record) =>
    JSON.stringify(columns.map((column) => column[record] ?? null)),
  )
  const seen = new Map<string, number>()
  for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1)
  return Uint8Array.from(keys, (key) => Number(seen.get(key)! > 1))
}

export interface NearDuplicates {
  /** for each record the largest share of items, 0..1, on which another record gave the same code */
  highestMatch: Float64Array
  /** the record (0-based) with that match, -1 when there is no other record */
  twin: Int32Array
  /** 1 where the match exceeds the threshold, else 0 */
  isNearDuplicate: Uint8Array
}

/**
 * Near-duplicates: the maximum percent match of each record with any other record.
 *
 * Formula: for each pair the number of items with the same recorded code, divided by the number of items; for each record
 * the maximum over all others. Items that both left empty do not match. Work grows with the square of the records:
 * call it per commune or interviewer (4,000 records with 20 items take about a second).
 * Source: Kuriakose and Robbins (2016) Statistical Journal of the IAOS 32, "maximum percent match" with the bound 0.85;
 * read with Simmons, Mercer, Schwarzer and Kennedy (2016), same journal, on honest high matches.
 * @param items one column of codes per item
 * @param threshold share of items, 0..1
 * @throws StatisticsError value_outside_range (no item, or the threshold)
 * @example
 * nearDuplicates([[1, 1, 5], [2, 2, 5], [3, 4, 5]], 0.6).isNearDuplicate // => [1, 1, 0]
 */
export function nearDuplicates(items: ArrayLike<number | null>[], threshold = 0.85): NearDuplicates {
  requireWithin('threshold', threshold, 0, 1)
  if (items.length === 0) throw new StatisticsError('value_outside_range', 'There is no item to compare.')
  const size = items[0]!.length
  const codes = codeByRecord(items, size)
  const matches = new Int32Array(size)
  const twin = new Int32Array(size).fill(-1)
  for (let first = 0; first < size; first++) {
    for (let second = first + 1; second < size; second++) {
      const count = matchCount(codes, first * items.length, second * items.length, items.length)
      if (twin[first] === -1 || count > matches[first]!) {
        matches[first] = count
        twin[first] = second
      }
      if (twin[second] === -1 || count > matches[second]!) {
        matches[second] = count
        twin[second] = first
      }
    }
  }
  const highestMatch = Float64Array.from(matches, (count) => count / items.length)
  return { highestMatch, twin, isNearDuplicate: Uint8Array.from(highestMatch, (m) => Number(m > threshold)) }
}

/** All codes in one array, record by record, NaN where missing so that gaps never match. */
function codeByRecord(items: ArrayLike<number | null>[], size: number): Float64Array {
  const codes = new Float64Array(size * items.length)
  items.forEach((item, place) => {
    for (let record = 0; record < size; record++) {
      codes[record * items.length + place] = item[record] ?? Number.NaN
    }
  })
  return codes
}

function matchCount(codes: Float64Array, first: number, second: number, length: number): number {
  let count = 0
  for (let item = 0; item < length; item++) if (codes[first + item] === codes[second + item]) count++
  return count
}
