// From rows to moments in one pass: how a million answers become some thousand cells. Batches of rows may be collected
// one by one and added with `mergeMoments`; memory is then bounded by the cells, not by the answers.

import type { Label } from '#lib/stats/label-codes'
import { isMissing } from '#lib/stats/label-codes'
import { type MomentCell, type MomentTable, momentBlocks, momentLength } from '#lib/stats/moments'

export interface MomentColumn {
  name: string
  /** one value per row, or a function of the row number; NaN, null or undefined: adds nothing */
  values: ArrayLike<number | null> | ((row: number) => number)
}

export interface MomentRows {
  weights: ArrayLike<number>
  columns: MomentColumn[]
  /** domain of each row; rows with a missing domain still count as sampled, under the domain "" */
  domains?: ArrayLike<Label | null | undefined> | null
  strata?: ArrayLike<Label> | null
  /** cluster of each row, read inside the stratum; left out: the rows themselves were drawn */
  clusters?: ArrayLike<Label> | null
  /** true: keep products also inside clusters, for a second stage */
  withProducts?: boolean
}

/**
 * Adds rows up to moments per domain, stratum and cluster.
 *
 * In words: each row adds its weight, weight times value and so on to the one cell it belongs to.
 * Weights and labels must have passed `makeDesign`; this function does not check them again.
 *
 * @example
 * const rows = { weights: [2, 2, 3], domains: ['c1', 'c1', 'c2'], clusters: ['v1', 'v1', 'v2'] }
 * const table = collectMoments({ ...rows, columns: [{ name: 'yes', values: [1, 0, 1] }] })
 * table.cells.length // => 2
 * table.cells[0].moments // => [2, 2, 4, 8, 2, 2, 2]
 */
export function collectMoments(rows: MomentRows): MomentTable {
  const { cells, cellOfRow } = findCells(rows)
  const length = momentLength(rows.columns.length, rows.withProducts === true || !rows.clusters)
  const sums = new Float64Array(cells.length * length)
  addHeaders(sums, length, rows.weights, cellOfRow)
  const readers = rows.columns.map(({ values }) => readerOf(values))
  for (const [column, read] of readers.entries()) {
    addColumn(sums, length, rows, cellOfRow, column, read)
  }
  if (length > momentLength(rows.columns.length, false)) addProducts(sums, length, rows, cellOfRow, readers)
  for (const [place, cell] of cells.entries())
    cell.moments = sums.subarray(place * length, (place + 1) * length)
  return { columns: rows.columns.map(({ name }) => name), cells }
}

type Reader = (row: number) => number

function readerOf(values: MomentColumn['values']): Reader {
  if (typeof values === 'function') return values
  return (row) => {
    const value = values[row]
    return isMissing(value) ? Number.NaN : value!
  }
}

function findCells({ weights, domains, strata, clusters }: MomentRows): {
  cells: MomentCell[]
  cellOfRow: Int32Array
} {
  const cells: MomentCell[] = []
  const cellOfRow = new Int32Array(weights.length)
  const [domainCode, stratumCode, clusterCode] = [coder(domains), coder(strata), coder(clusters)]
  const known = new Map<number, Map<number, number>>()
  for (let row = 0; row < weights.length; row++) {
    const stratum = stratumCode(row)
    const outer = domainCode(row) * 2 ** 26 + stratum
    let inner = known.get(outer)
    if (!inner) {
      inner = new Map()
      known.set(outer, inner)
    }
    const cluster = clusterCode(row)
    let cell = inner.get(cluster)
    if (cell === undefined) {
      cell = cells.length
      inner.set(cluster, cell)
      const cellCluster = clusters ? String(clusters[row]) : null
      cells.push({
        domain: labelAt(domains, row),
        stratum: labelAt(strata, row),
        cluster: cellCluster,
        moments: [],
      })
    }
    cellOfRow[row] = cell
  }
  return { cells, cellOfRow }
}

/** Numbers for labels: in order of appearance, whole numbers as they are, 0 for all rows when there is no column. */
function coder(column: ArrayLike<Label | null | undefined> | null | undefined): (row: number) => number {
  if (!column) return () => 0
  if (column instanceof Int32Array) return (row) => column[row]!
  const codes = new Map<string, number>()
  return (row) => {
    const label = labelAt(column, row)
    let code = codes.get(label)
    if (code === undefined) {
      code = codes.size
      codes.set(label, code)
    }
    return code
  }
}

function labelAt(column: ArrayLike<Label | null | undefined> | null | undefined, row: number): string {
  if (!column) return 'all'
  const label = column[row]
  return isMissing(label) ? '' : String(label)
}

function addHeaders(
  sums: Float64Array,
  length: number,
  weights: ArrayLike<number>,
  cellOfRow: Int32Array,
): void {
  for (let row = 0; row < cellOfRow.length; row++) {
    const start = cellOfRow[row]! * length
    const weight = weights[row]!
    sums[start]! += 1
    if (weight > 0) sums[start + 1]! += 1
    sums[start + 2]! += weight
    sums[start + 3]! += weight * weight
  }
}

function addColumn(
  sums: Float64Array,
  length: number,
  { weights, columns }: MomentRows,
  cellOfRow: Int32Array,
  column: number,
  read: Reader,
): void {
  const blocks = momentBlocks(columns.length)
  for (let row = 0; row < cellOfRow.length; row++) {
    const value = read(row)
    if (Number.isNaN(value)) continue
    const start = cellOfRow[row]! * length + column
    const weight = weights[row]!
    if (weight > 0) sums[start + blocks.counts]! += 1
    sums[start + blocks.totals]! += weight * value
    sums[start + blocks.squares]! += weight * value * value
  }
}

function addProducts(
  sums: Float64Array,
  length: number,
  rows: MomentRows,
  cellOfRow: Int32Array,
  readers: Reader[],
): void {
  const { products } = momentBlocks(readers.length)
  const values = new Float64Array(readers.length)
  for (let row = 0; row < cellOfRow.length; row++) {
    for (let j = 0; j < values.length; j++) values[j] = readers[j]!(row) || 0
    const squaredWeight = rows.weights[row]! ** 2
    let place = cellOfRow[row]! * length + products
    for (let j = 0; j < values.length; j++) {
      for (let k = 0; k <= j; k++) sums[place++]! += squaredWeight * values[j]! * values[k]!
    }
  }
}
