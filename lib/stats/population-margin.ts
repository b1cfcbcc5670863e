// Known population counts that weights must reproduce ("commune x sex": so many women in C1, ...), and the checks that
// must pass before any weight is touched. An impossible margin is refused with its name, never repaired in silence.

import { StatisticsError } from '#lib/stats/statistics-error'

/** One margin: a category for every row of the sample and the population total of every category. */
export type PopulationMargin = {
  /** Shown to people when the margin is refused, e.g. "commune x sex". */
  name: string
  /** Category of each row; null where the answer is missing. */
  categories: readonly (string | null)[]
  totals: readonly { category: string; total: number }[]
}

/** A margin in numbers: `cell[i]` is the index of row i in `totals` (-1 for rows of zero weight outside it). */
export type CodedMargin = { name: string; cell: Int32Array; totals: Float64Array }

/** Margins may differ by this share of the population before they contradict each other. */
const TOTALS_TOLERANCE = 1e-6

/**
 * Coded margins: refuses what no weighting can satisfy, then turns categories into numbers.
 *
 * Order of the checks: a sampled category (or a missing answer) without population total; a population category without
 * respondents; a total of zero or less; margins that add to different populations (relative 1e-6). Rows of zero weight
 * are not part of the sample.
 *
 * Source: Deville, Sarndal and Sautory (1993), J. Amer. Statist. Assoc. 88, 1013-1020 (when a solution exists).
 *
 * @param weights one weight per row, zero or more
 * @param margins the population margins
 * @returns the margins coded
 * @throws StatisticsError margin_category_missing, margin_category_not_in_sample, margin_total_not_positive or
 * margin_totals_differ; message and details name the margin and the category
 * @example
 * const totals = [{ category: 'F', total: 60 }, { category: 'M', total: 40 }]
 * const [margin] = codeMargins([1, 1, 1], [{ name: 'sex', categories: ['F', 'M', 'F'], totals }])
 * [...margin.cell] // => [0, 1, 0]
 */
export function codeMargins(weights: ArrayLike<number>, margins: readonly PopulationMargin[]): CodedMargin[] {
  if (margins.length === 0) throw new RangeError('at least one margin is needed')
  const coded = margins.map((margin) => codeMargin(weights, margin))
  for (const check of [checkCategoriesKnown, checkCategoriesSampled, checkTotalsPositive]) {
    for (const [index, margin] of margins.entries()) {
      check(weights, margin, coded[index]!)
    }
  }
  checkSameTotals(coded)
  return coded
}

function codeMargin(weights: ArrayLike<number>, margin: PopulationMargin): CodedMargin {
  if (margin.categories.length !== weights.length) {
    throw new RangeError(`margin ${margin.name} must hold one category per row`)
  }
  const indexOf = new Map(margin.totals.map((entry, index) => [entry.category, index]))
  if (indexOf.size !== margin.totals.length)
    throw new RangeError(`margin ${margin.name} names a category twice`)
  return {
    name: margin.name,
    cell: Int32Array.from(margin.categories, (category) =>
      category === null ? -1 : (indexOf.get(category) ?? -1),
    ),
    totals: Float64Array.from(margin.totals, (entry) => entry.total),
  }
}

function checkCategoriesKnown(weights: ArrayLike<number>, margin: PopulationMargin, coded: CodedMargin) {
  const row = coded.cell.findIndex((cell, index) => cell < 0 && weights[index]! > 0)
  if (row < 0) return
  const category = margin.categories[row] ?? null
  const what = category === null ? 'respondents without an answer' : `the category "${category}"`
  throw new StatisticsError(
    'margin_category_missing',
    `Margin "${margin.name}": the sample holds ${what}, the population table does not.`,
    {
      margin: margin.name,
      category,
    },
  )
}

function checkCategoriesSampled(weights: ArrayLike<number>, margin: PopulationMargin, coded: CodedMargin) {
  const held = weightedCounts(weights, coded)
  const cell = held.findIndex((weight) => !(weight > 0))
  if (cell < 0) return
  const category = margin.totals[cell]!.category
  throw new StatisticsError(
    'margin_category_not_in_sample',
    `Margin "${margin.name}": nobody in the sample belongs to "${category}"; join it with a neighbouring category.`,
    { margin: margin.name, category },
  )
}

function checkTotalsPositive(_weights: ArrayLike<number>, margin: PopulationMargin) {
  const entry = margin.totals.find(({ total }) => !(total > 0 && Number.isFinite(total)))
  if (!entry) return
  throw new StatisticsError(
    'margin_total_not_positive',
    `Margin "${margin.name}": the population total of "${entry.category}" is ${entry.total}; it must be above zero.`,
    { margin: margin.name, category: entry.category, total: entry.total },
  )
}

function checkSameTotals(margins: readonly CodedMargin[]) {
  const sums = margins.map((margin) => margin.totals.reduce((sum, total) => sum + total, 0))
  const odd = sums.findIndex((sum) => Math.abs(sum - sums[0]!) > TOTALS_TOLERANCE * sums[0]!)
  if (odd < 0) return
  throw new StatisticsError(
    'margin_totals_differ',
    `Margin "${margins[odd]!.name}" adds to ${sums[odd]}, margin "${margins[0]!.name}" to ${sums[0]}: they describe different populations.`,
    { margin: margins[odd]!.name, total: sums[odd]!, otherMargin: margins[0]!.name, otherTotal: sums[0]! },
  )
}

/**
 * Weighted counts of a margin: the sum of the weights in each of its categories.
 *
 * @param weights one weight per row
 * @param margin a coded margin
 * @returns one sum per category, in the order of `margin.totals`
 * @example
 * const margin = { name: 'sex', cell: Int32Array.of(0, 1, 0), totals: Float64Array.of(6, 4) }
 * [...weightedCounts([1, 2, 3], margin)] // => [4, 2]
 */
export function weightedCounts(weights: ArrayLike<number>, margin: CodedMargin): Float64Array {
  const counts = new Float64Array(margin.totals.length)
  for (let row = 0; row < weights.length; row++) {
    const cell = margin.cell[row]!
    if (cell >= 0) counts[cell]! += weights[row]!
  }
  return counts
}
