// The answers to the items of one scale, turned the same way and without the incomplete rows, as a covariance matrix:
// all that alpha and omega need. The surprise: weights are for a check only, reliability is a property of the items.
import { StatisticsError } from '#lib/stats/statistics-error'

/** The items that are meant to measure one thing. */
export interface Scale {
  /** one column of codes per item, null where there is no answer */
  items: ArrayLike<number | null>[]
  /** codes that are answers; others (don't know) count as missing. Left out: every number is an answer */
  validCodes?: readonly number[] | null
  /** for each item whether it is worded the other way round; a code becomes sum(reverseRange) - code */
  isReversed?: boolean[] | null
  /** lowest and highest code, needed when an item is reversed */
  reverseRange?: readonly [number, number] | null
  /** one per row; left out: every row counts once */
  weights?: ArrayLike<number | null> | null
  /** rows with 0 are left out */
  domain?: Uint8Array | null
}

export interface ItemCovariance {
  /** rows with a valid answer to every item */
  n: number
  /** one row and column per item, divisor n - 1 */
  matrix: number[][]
}

/**
 * Covariance matrix of the items over complete rows.
 *
 * Formula: sum of w (x - mean of x)(y - mean of y), divided by sum of w, times n / (n - 1).
 * Source: Särndal, Swensson, Wretman (1992) section 5.9 (weighted covariance); listwise deletion.
 * @throws StatisticsError length_mismatch, empty_domain (no complete row), missing_weight, missing_value (no reverseRange)
 * @example
 * itemCovariance({ items: [[1, 2, 3, null], [2, 2, 5, 1]] }).matrix // => [[1, 1.5], [1.5, 3]]
 */
export function itemCovariance(scale: Scale): ItemCovariance {
  const columns = scale.items.map((_item, place) => preparedColumn(scale, place))
  const rows = completeRows(scale, columns)
  if (rows.length === 0) {
    throw new StatisticsError('empty_domain', 'No respondent has a valid answer to every item of the scale.')
  }
  const weights = rows.map((row) => rowWeight(scale, row))
  const total = sum(weights)
  const centred = columns.map((column) => {
    const values = rows.map((row) => column[row]!)
    const mean = sum(values.map((value, place) => value * weights[place]!)) / total
    return values.map((value) => value - mean)
  })
  const correction = rows.length / (rows.length - 1) / total
  const matrix = centred.map((first) =>
    centred.map(
      (second) => sum(first.map((value, place) => value * second[place]! * weights[place]!)) * correction,
    ),
  )
  return { n: rows.length, matrix }
}

function preparedColumn(scale: Scale, place: number): (number | null)[] {
  const isReversed = scale.isReversed?.[place] ?? false
  const range = scale.reverseRange
  if (isReversed && !range) {
    throw new StatisticsError(
      'missing_value',
      `Item ${place + 1} is reversed, but the lowest and highest code are not given.`,
    )
  }
  const valid = scale.validCodes ? new Set(scale.validCodes) : null
  return Array.from(scale.items[place]!, (code) => {
    if (code === null || (valid && !valid.has(code))) return null
    return isReversed ? range![0] + range![1] - code : code
  })
}

function completeRows(scale: Scale, columns: (number | null)[][]): number[] {
  const size = columns[0]?.length ?? 0
  for (const length of [...columns, scale.weights, scale.domain].flatMap((column) => column?.length ?? [])) {
    if (length !== size) {
      throw new StatisticsError('length_mismatch', `A column has ${length} rows, the first item has ${size}.`)
    }
  }
  const rows = Array.from({ length: size }, (_, row) => row)
  return rows.filter(
    (row) => (scale.domain?.[row] ?? 1) !== 0 && columns.every((column) => column[row] !== null),
  )
}

function rowWeight(scale: Scale, row: number): number {
  const weight = scale.weights ? scale.weights[row] : 1
  if (weight === null || weight === undefined || Number.isNaN(weight)) {
    throw new StatisticsError('missing_weight', `Row ${row + 1} has no weight.`)
  }
  return weight
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
