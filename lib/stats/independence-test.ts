// Do two answers go together: sex and satisfaction, commune and channel? Pearson's chi-square believes in independent
// people; in a cluster sample it cries wolf. Rao and Scott correct it by the design effects of the table.

import { LuDecomposition, Matrix } from 'ml-matrix'
import type { Design } from '#lib/stats/design'
import { designCovariance } from '#lib/stats/design-covariance'
import { fUpperTail } from '#lib/stats/distributions'
import { activeRows, type DomainInput } from '#lib/stats/domain'
import { isMissing } from '#lib/stats/label-codes'
import { linearisedRatio } from '#lib/stats/linearised-ratio'
import { StatisticsError } from '#lib/stats/statistics-error'

type Answer = string | number | boolean | null | undefined

export interface IndependenceTest {
  /** second-order corrected F statistic */
  statistic: number
  numeratorDf: number
  denominatorDf: number
  /** null when the design leaves no degree of freedom */
  pValue: number | null
  /** Pearson's chi-square on the weighted table scaled to n, uncorrected */
  pearson: number
  n: number
  rows: string[]
  columns: string[]
  /** proportions of the columns inside each row, by rows */
  rowProportions: number[][]
}

/**
 * Rao-Scott test of independence of two categorical answers, second-order correction, as F.
 *
 *     X2 = n sum (p_rc - p_r p_c)^2 / (p_r p_c),   F = X2 / tr(Delta),   ndf = tr(Delta)^2 / tr(Delta^2),   ddf = ndf * df
 *
 * Delta compares the design covariance of the cell proportions with that of a simple random sample, in the directions
 * that independence forbids: Delta = (C' D C / n)^-1 C' D V D C with D = diag(1/p) and C the interaction contrasts.
 * Source: Rao and Scott (1984) Annals of Statistics 12, 46-60; Thomas and Rao (1987) JASA 82; R svychisq(statistic = "F").
 * Errors: empty_domain, singular_matrix (fewer than two categories, or too many empty cells), lonely_psu.
 *
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 1, 1, 1, 1, 1] })
 * const test = independenceTest(design, [..."mmmmffff"], [..."yyynynnn"])
 * test.rowProportions // => [[0.75, 0.25], [0.25, 0.75]]
 * test.pearson // => 2
 * test.numeratorDf // => 1
 */
export function independenceTest(
  design: Design,
  rowAnswers: ArrayLike<Answer>,
  columnAnswers: ArrayLike<Answer>,
  options: { domain?: DomainInput } = {},
): IndependenceTest {
  const isAnswered = Float64Array.from({ length: design.size }, (_, row) =>
    isMissing(rowAnswers[row]) || isMissing(columnAnswers[row]) ? Number.NaN : 1,
  )
  const domain = activeRows(design, options.domain, [isAnswered])
  const [rows, columns] = [levels(rowAnswers, domain), levels(columnAnswers, domain)]
  if (rows.length < 2 || columns.length < 2) {
    throw new StatisticsError(
      'singular_matrix',
      'A test of independence needs at least two categories of each answer.',
    )
  }
  const cells = rows.flatMap((row) => columns.map((column) => ({ row, column })))
  const means = cells.map(({ row, column }) => {
    const isIn = Float64Array.from({ length: design.size }, (_, at) =>
      domain[at] && String(rowAnswers[at]) === row && String(columnAnswers[at]) === column ? 1 : 0,
    )
    return linearisedRatio(design.weights, isIn, null, domain)
  })
  const n = domain.reduce((sum, isIn) => sum + isIn, 0)
  const shares = means.map(({ value }) => value)
  const covariance = designCovariance(
    design,
    means.map(({ influence }) => influence),
    domain,
  )
  const delta = generalisedEffects(shares, covariance, rows.length, columns.length, n)
  const trace = delta.trace()
  const numeratorDf = trace ** 2 / delta.mmul(delta).trace()
  const denominatorDf = numeratorDf * tableDf(design, domain)
  const pearson = pearsonStatistic(shares, rows.length, columns.length, n)
  const statistic = pearson / trace
  const pValue = denominatorDf > 0 ? fUpperTail(statistic, numeratorDf, denominatorDf) : null
  const rowProportions = rows.map((_, row) =>
    shareOfRow(shares.slice(row * columns.length, (row + 1) * columns.length)),
  )
  return { statistic, numeratorDf, denominatorDf, pValue, pearson, n, rows, columns, rowProportions }
}

/** Categories that occur in the domain, numbers in order of size. */
function levels(answers: ArrayLike<Answer>, domain: Uint8Array): string[] {
  const found = new Set<Answer>()
  for (let row = 0; row < domain.length; row++) if (domain[row]) found.add(answers[row])
  const sorted = [...found].sort((a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1,
  )
  return [...new Set(sorted.map(String))]
}

/** Delta, the matrix whose eigenvalues are the generalised design effects of the table. */
function generalisedEffects(
  shares: number[],
  covariance: Float64Array,
  rows: number,
  columns: number,
  n: number,
): Matrix {
  const contrasts = interactionContrasts(rows, columns)
  const scaled = Matrix.zeros(shares.length, contrasts.columns)
  for (let cell = 0; cell < shares.length; cell++) {
    if (shares[cell] === 0) continue
    for (let k = 0; k < contrasts.columns; k++) scaled.set(cell, k, contrasts.get(cell, k) / shares[cell]!)
  }
  const simple = contrasts.transpose().mmul(scaled).div(n)
  const design = scaled
    .transpose()
    .mmul(Matrix.from1DArray(shares.length, shares.length, covariance))
    .mmul(scaled)
  const decomposition = new LuDecomposition(simple)
  if (decomposition.isSingular()) {
    throw new StatisticsError(
      'singular_matrix',
      'Too many cells of the table are empty: join categories before the test.',
    )
  }
  return decomposition.solve(design)
}

/** One column per (row, column) pair but the first of each: indicator minus its row, column and overall means. */
function interactionContrasts(rows: number, columns: number): Matrix {
  const contrasts = Matrix.zeros(rows * columns, (rows - 1) * (columns - 1))
  for (let i = 1; i < rows; i++) {
    for (let j = 1; j < columns; j++) {
      for (let cell = 0; cell < rows * columns; cell++) {
        const inRow = (Math.floor(cell / columns) === i ? 1 : 0) - 1 / rows
        const inColumn = (cell % columns === j ? 1 : 0) - 1 / columns
        contrasts.set(cell, (i - 1) * (columns - 1) + j - 1, inRow * inColumn)
      }
    }
  }
  return contrasts
}

function pearsonStatistic(shares: number[], rows: number, columns: number, n: number): number {
  const ofRow = new Float64Array(rows)
  const ofColumn = new Float64Array(columns)
  for (const [cell, share] of shares.entries()) {
    ofRow[Math.floor(cell / columns)]! += share
    ofColumn[cell % columns]! += share
  }
  return shares.reduce((sum, share, cell) => {
    const expected = ofRow[Math.floor(cell / columns)]! * ofColumn[cell % columns]!
    return sum + (n * (share - expected) ** 2) / expected
  }, 0)
}

function shareOfRow(shares: number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => share / total)
}

/** Clusters - strata of the domain; as in R, clusters with weights of 0 count here. */
function tableDf(design: Design, domain: Uint8Array): number {
  const { unitOfRow, stratumOfUnit } = design.stages[0]!
  const units = new Set<number>()
  for (let row = 0; row < domain.length; row++) if (domain[row]) units.add(unitOfRow[row]!)
  return units.size - new Set([...units].map((unit) => stratumOfUnit[unit]!)).size
}
