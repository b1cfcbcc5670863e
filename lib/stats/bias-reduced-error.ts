// The CR2 error of a difference in differences: residuals are blown up, commune by commune, by just as much as fitting the
// four means has shrunk them. Written for four cell means, the matrices fall apart into blocks of two by two, so that a
// commune of seven hundred respondents costs no more than one of seven.

import { codeLabels, type Label } from '#lib/stats/label-codes'
import { CELL_SIGNS } from '#lib/stats/two-by-two'

export type CellRows = {
  values: readonly number[]
  /** All above zero. */
  weights: readonly number[]
  /** Cell 0..3 of each row. */
  cells: readonly number[]
  communes: readonly (Label | null | undefined)[]
}

/** Rows of one commune in one cell, with what the four means need of the whole cell. */
type Block = { cell: number; rows: number[] }

/**
 * Bias-reduced cluster-robust error (CR2) with Satterthwaite's degrees of freedom.
 *
 * In words: B = (I - H)(I - H)' restricted to a commune, H the hat matrix of the weighted regression; the residuals of the
 * commune are multiplied by the inverse square root of B before they enter the sandwich. Working model: equal variances.
 * Degrees of freedom = 2 E(V)^2 / Var(V) under that model.
 *
 * Source: Bell and McCaffrey (2002), Survey Methodology 28, 169-181; Pustejovsky and Tipton (2018), J.
 * Bus. Econ. Statist. 36, 672-683.
 *
 * @param rows outcome, weight, cell and commune of every row of the comparison
 * @returns standard error in the unit of the outcome, and degrees of freedom
 * @example
 * const rows = { values: [1, 3, 4, 8], weights: [1, 1, 1, 1], cells: [0, 1, 2, 3], communes: ['a', 'a', 'b', 'b'] }
 * biasReducedError(rows).standardError // => 0
 */
export function biasReducedError(rows: CellRows): { standardError: number; degreesOfFreedom: number } {
  const cells = CELL_SIGNS.map((_, cell) => describeCell(rows, cell))
  const { codes, labels } = codeLabels(rows.communes, 'commune')
  const blocks = labels.map((): Block[] => [])
  for (const [row, cell] of rows.cells.entries()) {
    const own = blocks[codes[row]!]!
    const block = own.find((other) => other.cell === cell)
    if (block) block.rows.push(row)
    else own.push({ cell, rows: [row] })
  }
  const parts = blocks.map((own) => own.map((block) => adjustBlock(rows, cells[block.cell]!, block)))
  const variance = parts.reduce(
    (sum, own) => sum + own.reduce((total, { score }) => total + score, 0) ** 2,
    0,
  )
  return { standardError: Math.sqrt(variance), degreesOfFreedom: satterthwaiteDegrees(parts, cells) }
}

type Cell = { weight: number; squares: number; mean: number }

function describeCell({ values, weights, cells }: CellRows, cell: number): Cell {
  let weight = 0
  let squares = 0
  let total = 0
  for (const [row, other] of cells.entries()) {
    if (other !== cell) continue
    weight += weights[row]!
    squares += weights[row]! ** 2
    total += weights[row]! * values[row]!
  }
  return { weight, squares, mean: total / weight }
}

type Part = {
  cell: number
  /** Contribution of the block to the commune's score. */
  score: number
  /** v'v, 1'v and w'v for the vector v that turns residuals into the score. */
  norm: number
  plain: number
  weighted: number
}

function adjustBlock({ values, weights }: CellRows, cell: Cell, { cell: index, rows }: Block): Part {
  // Orthonormal basis of the span of the ones and the weights of the block.
  const m = rows.length
  const meanWeight = rows.reduce((sum, row) => sum + weights[row]!, 0) / m
  const spread = Math.sqrt(rows.reduce((sum, row) => sum + (weights[row]! - meanWeight) ** 2, 0))
  const hasSpread = spread > 1e-10 * meanWeight * Math.sqrt(m)
  const ones = [Math.sqrt(m), 0] as const
  const own = [meanWeight * Math.sqrt(m), hasSpread ? spread : 0] as const
  // B = I - (1 w' + w 1') / W + Q 1 1' / W^2 in that basis, and its inverse square root applied to the weights.
  const b = (i: 0 | 1, j: 0 | 1) =>
    (i === j ? 1 : 0) -
    (ones[i] * own[j] + own[i] * ones[j]) / cell.weight +
    (cell.squares * ones[i] * ones[j]) / cell.weight ** 2
  const root = inverseSquareRoot(b(0, 0), b(0, 1), b(1, 1))
  const scale = CELL_SIGNS[index]! / cell.weight
  const v = [
    scale * (root[0] * own[0] + root[1] * own[1]),
    scale * (root[1] * own[0] + root[2] * own[1]),
  ] as const
  let score = 0
  for (const row of rows) {
    const second = hasSpread ? (v[1] * (weights[row]! - meanWeight)) / spread : 0
    score += (v[0] / Math.sqrt(m) + second) * (values[row]! - cell.mean)
  }
  return {
    cell: index,
    score,
    norm: v[0] ** 2 + v[1] ** 2,
    plain: v[0] * ones[0],
    weighted: v[0] * own[0] + v[1] * own[1],
  }
}

/** Inverse square root of [[a, b], [b, d]]; directions that the fit uses up entirely are left out. */
function inverseSquareRoot(a: number, b: number, d: number): [number, number, number] {
  const angle = Math.atan2(2 * b, a - d) / 2
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
  const power = (eigenvalue: number) => (eigenvalue > 1e-12 ? 1 / Math.sqrt(eigenvalue) : 0)
  const first = power(a * cosine ** 2 + 2 * b * cosine * sine + d * sine ** 2)
  const second = power(a * sine ** 2 - 2 * b * cosine * sine + d * cosine ** 2)
  return [
    first * cosine ** 2 + second * sine ** 2,
    (first - second) * cosine * sine,
    first * sine ** 2 + second * cosine ** 2,
  ]
}

/**
 * Between communes g and h the product is -x_g' M x_h, x the weighted and plain sums by cell; so the sum of its squares over all
 * pairs is the trace of (M S)^2 with S = sum x x', and no pair needs to be looked at.
 */
function satterthwaiteDegrees(parts: readonly Part[][], cells: readonly Cell[]): number {
  let trace = 0
  let squares = 0
  const sums = cells.map(() => cells.map(() => [0, 0, 0, 0]))
  for (const own of parts) {
    const norm = own.reduce((sum, one) => sum + one.norm, 0)
    const shared = own.reduce((sum, one) => sum + sharedWith(one, one, cells[one.cell]!), 0)
    trace += norm - shared
    squares += (norm - shared) ** 2 - shared ** 2
    for (const one of own) {
      for (const other of own) {
        const sum = sums[one.cell]![other.cell]!
        sum[0]! += one.weighted * other.weighted
        sum[1]! += one.weighted * other.plain
        sum[2]! += one.plain * other.weighted
        sum[3]! += one.plain * other.plain
      }
    }
  }
  for (const [a, row] of sums.entries()) {
    for (const [b, sum] of row.entries()) {
      const [left, right] = [timesShared(sum, cells[b]!), timesShared(sums[b]![a]!, cells[a]!)]
      squares += left[0]! * right[0]! + left[1]! * right[2]! + left[2]! * right[1]! + left[3]! * right[3]!
    }
  }
  return trace ** 2 / squares
}

/** x_g' M x_h for two blocks of one cell, M = [[0, 1/W], [1/W, -Q/W^2]]. */
function sharedWith(one: Part, other: Part, { weight, squares }: Cell): number {
  return (
    (one.weighted * other.plain + one.plain * other.weighted) / weight -
    (squares * one.plain * other.plain) / weight ** 2
  )
}

/** A 2 x 2 matrix of sums (by rows) times M of the cell on the right. */
function timesShared(sum: readonly number[], { weight, squares }: Cell): number[] {
  const [ww, wp, pw, pp] = sum as [number, number, number, number]
  const [b, d] = [1 / weight, -squares / weight ** 2]
  return [wp * b, ww * b + wp * d, pp * b, pw * b + pp * d]
}
