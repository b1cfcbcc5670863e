// What a database keeps instead of answers: a few sums per unit, stratum and cluster, from which means, proportions,
// ratios, indices, differences and their errors follow exactly. The sums only ever add up: over batches of answers, over
// clusters, over units. How to use them:
//
//   1. choose columns: an indicator per answer option, a numerator and a denominator per index leaf. A gap in a column
//      adds nothing (so "valid answer" is a column of its own, or the sum of the columns of its options);
//   2. fill cells: `addAnswer` row by row, `addTally` from counts per weight, or `collectMoments` from a Design;
//   3. read them: `readMoments({ columns, cells })` once per page, then `momentProportion`, `momentRatio`, `momentTotal`
//      per unit, `combineMoments` for indices and differences, `momentCovariance` for ranks.
//
// A domain is a text such as "commune 3|wave 2"; an answer belongs to exactly one domain of a table, and any list of
// domains can be asked for together. Answers of weight 0 count as sampled but belong to no domain. Waves that visited
// the same villages use the same stratum and cluster labels and are then linked (panel); give drawn-afresh villages new
// labels (wave + village) and the waves are independent.

/** A row of the table: what the answers of one domain in one cluster add up to. */
export interface MomentCell {
  domain: string
  stratum: string
  /** null: the answers themselves were drawn, each is its own cluster; needs products */
  cluster: string | null
  /** see `momentLength` for the layout; plain numbers, so that a database can keep and add them */
  moments: Float64Array | number[]
}

export interface MomentTable {
  columns: readonly string[]
  cells: MomentCell[]
}

/** Positions of the sums that do not belong to a column. */
export const ROWS = 0
export const RESPONDENTS = 1
export const WEIGHT = 2
export const SQUARED_WEIGHT = 3
const HEADER = 4

/**
 * How many numbers a cell holds, and where:
 * rows | rows with weight > 0 | sum w | sum w^2 | count of each column | sum w x | sum w x^2 | products.
 *
 * Counts are rows with weight > 0 that hold a value. Products (sum w^2 x_j x_k, j >= k) are kept only where answers,
 * not villages, were drawn (at the first stage, or inside clusters with known size).
 *
 * @example
 * momentLength(2, false) // => 10
 * momentLength(2, true) // => 13
 */
export function momentLength(columns: number, hasProducts: boolean): number {
  return HEADER + 3 * columns + (hasProducts ? (columns * (columns + 1)) / 2 : 0)
}

/**
 * Where the blocks of a cell begin.
 *
 * @example
 * momentBlocks(2) // => { counts: 4, totals: 6, squares: 8, products: 10 }
 */
export function momentBlocks(columns: number): Record<'counts' | 'totals' | 'squares' | 'products', number> {
  const [counts, totals] = [HEADER, HEADER + columns]
  return { counts, totals, squares: totals + columns, products: totals + 2 * columns }
}

/**
 * Adds one answer to a cell. A gap (NaN) in a column adds nothing to it.
 *
 * @example
 * const cell = new Float64Array(momentLength(1, false))
 * addAnswer(cell, 2, [1])
 * addAnswer(cell, 3, [NaN])
 * cell // => [2, 2, 5, 13, 1, 2, 2]
 */
export function addAnswer(cell: Float64Array | number[], weight: number, values: ArrayLike<number>): void {
  const size = values.length
  const { counts, totals, squares, products } = momentBlocks(size)
  addHeader(cell, weight, 1)
  const hasProducts = cell.length > products
  let place = products
  for (let j = 0; j < size; j++) {
    const value = values[j]!
    if (Number.isNaN(value)) {
      place += j + 1
      continue
    }
    if (weight > 0) cell[counts + j]! += 1
    cell[totals + j]! += weight * value
    cell[squares + j]! += weight * value * value
    for (let k = 0; hasProducts && k <= j; k++, place++) {
      if (!Number.isNaN(values[k]!)) cell[place]! += weight * weight * value * values[k]!
    }
  }
}

/**
 * Adds `rows` answers of the same weight of which `counts` chose each option (columns that are 1 or a gap).
 *
 * @example
 * const cell = new Float64Array(momentLength(2, false))
 * // 5 answers of weight 2: three satisfied, one not, one without an answer
 * addTally(cell, 2, 5, [3, 1])
 * cell // => [5, 5, 10, 20, 3, 1, 6, 2, 6, 2]
 */
export function addTally(
  cell: Float64Array | number[],
  weight: number,
  rows: number,
  counts: ArrayLike<number>,
): void {
  const blocks = momentBlocks(counts.length)
  if (cell.length > blocks.products)
    throw new RangeError('addTally: counts per option cannot fill products of columns')
  addHeader(cell, weight, rows)
  for (let column = 0; column < counts.length; column++) {
    const count = counts[column]!
    if (weight > 0) cell[blocks.counts + column]! += count
    cell[blocks.totals + column]! += weight * count
    cell[blocks.squares + column]! += weight * count
  }
}

function addHeader(cell: Float64Array | number[], weight: number, rows: number): void {
  cell[ROWS]! += rows
  if (weight > 0) cell[RESPONDENTS]! += rows
  cell[WEIGHT]! += rows * weight
  cell[SQUARED_WEIGHT]! += rows * weight * weight
}

/**
 * Adds tables of the same columns into one: batches into the whole.
 *
 * @example
 * const cells = [{ domain: 'c1', stratum: 's', cluster: 'v1', moments: [1, 1, 2, 4, 1, 2, 2] }]
 * mergeMoments([{ columns: ['yes'], cells }, { columns: ['yes'], cells }]).cells[0].moments // => [2, 2, 4, 8, 2, 4, 4]
 */
export function mergeMoments(tables: MomentTable[]): MomentTable {
  const columns = tables[0]?.columns ?? []
  const merged = new Map<string, MomentCell>()
  for (const table of tables) {
    if (table.columns.join('\n') !== columns.join('\n'))
      throw new RangeError('mergeMoments: the tables have other columns')
    for (const cell of table.cells) {
      const key = JSON.stringify([cell.domain, cell.stratum, cell.cluster])
      const known = merged.get(key)
      if (known) addInto(known.moments, cell.moments)
      else merged.set(key, { ...cell, moments: Float64Array.from(cell.moments) })
    }
  }
  return { columns, cells: [...merged.values()] }
}

function addInto(sum: Float64Array | number[], more: ArrayLike<number>): void {
  if (sum.length !== more.length)
    throw new RangeError(`cells of ${sum.length} and ${more.length} moments do not add up`)
  for (let place = 0; place < sum.length; place++) sum[place]! += more[place]!
}
