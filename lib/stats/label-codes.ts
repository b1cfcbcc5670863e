// Turns labels (stratum names, village ids) into the numbers 0, 1, 2 ... so that everything after it can use typed
// arrays. The surprise: 7 and '7' are one label, because the same village id may come from a file or from a database.

import { StatisticsError } from '#lib/stats/statistics-error'

export type Label = string | number | boolean

export interface LabelCodes {
  /** row -> code */
  codes: Int32Array
  /** code -> label, in order of first appearance */
  labels: string[]
}

/** True for null, undefined, NaN and the empty string: the ways in which a file says "not recorded". */
export function isMissing(value: unknown): value is null | undefined | '' {
  return value === null || value === undefined || value === '' || Number.isNaN(value)
}

/**
 * Codes a column of labels in order of first appearance.
 *
 * Errors: `missing_design_variable` when a label is missing; `what` names the column in the sentence.
 *
 * @example
 * codeLabels(['north', 'south', 'north'], 'stratum').labels // => ['north', 'south']
 * [...codeLabels(['north', 'south', 'north'], 'stratum').codes] // => [0, 1, 0]
 */
export function codeLabels(column: ArrayLike<Label | null | undefined>, what: string): LabelCodes {
  const known = new Map<string, number>()
  const codes = new Int32Array(column.length)
  for (let row = 0; row < column.length; row++) {
    const label = column[row]
    if (isMissing(label)) {
      throw new StatisticsError(
        'missing_design_variable',
        `Row ${row + 1} has no ${what}: every row of a design needs one.`,
      )
    }
    const text = String(label)
    let code = known.get(text)
    if (code === undefined) {
      code = known.size
      known.set(text, code)
    }
    codes[row] = code
  }
  return { codes, labels: [...known.keys()] }
}

/**
 * Codes pairs (outer, inner) so that the same inner label under two outer ones becomes two units.
 *
 * @example
 * // village 1 of stratum 0 and village 1 of stratum 1 are different villages
 * [...pairCodes(Int32Array.of(0, 0, 1), Int32Array.of(1, 1, 1)).codes] // => [0, 0, 1]
 */
export function pairCodes(outer: Int32Array, inner: Int32Array): { codes: Int32Array; count: number } {
  let innerCount = 0
  for (const code of inner) if (code >= innerCount) innerCount = code + 1
  const known = new Map<number, number>()
  const codes = new Int32Array(outer.length)
  for (let row = 0; row < outer.length; row++) {
    const pair = outer[row]! * innerCount + inner[row]!
    let code = known.get(pair)
    if (code === undefined) {
      code = known.size
      known.set(pair, code)
    }
    codes[row] = code
  }
  return { codes, count: known.size }
}
