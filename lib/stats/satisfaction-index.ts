// The satisfaction index (SIPAS): a weighted sum of the shares of satisfied answers per factor. The surprise is its error:
// the same people answer all factors, so the shares move together, and adding their errors as if they were independent
// understates the error of the index by about half.

import type { Column } from '#lib/stats/column'
import type { Design } from '#lib/stats/design'
import { designCovariance } from '#lib/stats/design-covariance'
import type { Estimate, EstimateOptions } from '#lib/stats/estimate'
import { type AnswerCodes, countItems } from '#lib/stats/item-counts'
import { ratio } from '#lib/stats/ratio'
import { linearCombination } from '#lib/stats/smooth-function'

export type SatisfactionFactor = {
  name: string
  /** One column of answer codes per item. */
  items: readonly { name: string; answers: Column }[]
  /** Any positive scale; weights are brought to a sum of one. */
  weight: number
}

export type SatisfactionIndexOptions = EstimateOptions & {
  codes: AnswerCodes
  /** Official reading: all items of a factor together; or the plain mean of the shares of its items. */
  reading?: 'pooled-item-share' | 'mean-of-item-shares'
}

export type IndexComponent = { name: string; weight: number; share: Estimate }

export type SatisfactionIndex = {
  /** Value, error and t interval of the index, 0..1; the influence values allow changes and effects. */
  index: Estimate
  /** Interval cut at 0 and 1: the one to show. */
  low: number | null
  high: number | null
  /** The shares the index is made of: factors, or items, with the weights that add to one. */
  components: IndexComponent[]
  /** Covariance of the shares, row by row. */
  covariance: number[][]
  /** What the error would be if the shares were independent: wrong, shown to teach. */
  standardErrorIfIndependent: number
}

/**
 * Satisfaction index of the population or of a domain.
 *
 * In words: share of a factor = weighted number of satisfied answers / weighted number of valid answers over its items
 * (a ratio); index = sum of weight x share; variance = weights' x full covariance of the shares x weights. In the reading
 * `mean-of-item-shares` each item has its own share and they are averaged inside the factor.
 *
 * Source: Ministry of Home Affairs, SIPAS (shares of "satisfied" and "very satisfied"); variance: Sarndal, Swensson and
 * Wretman (1992), result 5.6.2, and Binder (1983), Int. Statist. Review 51, 279-292.
 *
 * @param design the design of all rows
 * @param factors factors with their items and weights
 * @param options answer codes, reading, domain and level
 * @throws StatisticsError empty_domain; zero_denominator when a factor has no valid answer in the domain; lonely_psu
 * @example
 * const design = makeDesign({ weights: [1, 1, 2] })
 * const factor = (name, answers) => ({ name, items: [{ name, answers }], weight: 1 })
 * const codes = { satisfied: [4, 5], valid: [1, 2, 3, 4, 5] }
 * satisfactionIndex(design, [factor('access', [5, 4, 1]), factor('staff', [5, 5, 5])], { codes }).index.value // => 0.75
 */
export function satisfactionIndex(
  design: Design,
  factors: readonly SatisfactionFactor[],
  options: SatisfactionIndexOptions,
): SatisfactionIndex {
  const { domain, level } = options
  const components = splitIntoComponents(factors, options.reading ?? 'pooled-item-share').map(
    ({ name, weight, items }) => {
      const { satisfied, valid } = countItems(items, options.codes)
      return { name, weight, share: ratio(design, satisfied, valid, { domain, level }) }
    },
  )
  const index = linearCombination(
    design,
    components.map(({ share }) => share),
    components.map(({ weight }) => weight),
    { method: 'satisfaction index' },
  )
  const covariance = toRows(
    designCovariance(
      design,
      components.map(({ share }) => share.influence),
      index.domain,
    ),
  )
  const independent = components.reduce(
    (sum, { weight }, place) => sum + weight ** 2 * covariance[place]![place]!,
    0,
  )
  return {
    index,
    low: index.low === null ? null : Math.max(0, index.low),
    high: index.high === null ? null : Math.min(1, index.high),
    components,
    covariance,
    standardErrorIfIndependent: Math.sqrt(independent),
  }
}

function splitIntoComponents(
  factors: readonly SatisfactionFactor[],
  reading: SatisfactionIndexOptions['reading'],
) {
  const sum = factors.reduce((total, { weight }) => total + weight, 0)
  if (!(sum > 0)) throw new RangeError('the weights of the factors must add to more than zero')
  return factors.flatMap(({ name, items, weight }) => {
    const share = weight / sum
    if (reading === 'pooled-item-share')
      return [{ name, weight: share, items: items.map(({ answers }) => answers) }]
    return items.map((item) => ({ name: item.name, weight: share / items.length, items: [item.answers] }))
  })
}

function toRows(covariance: Float64Array): number[][] {
  const size = Math.sqrt(covariance.length)
  return Array.from({ length: size }, (_, row) => [...covariance.subarray(row * size, (row + 1) * size)])
}
