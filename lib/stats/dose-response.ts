// Do people who met the campaign through more channels know more, or say they are more satisfied? A rising line supports
// an effect better than a single difference does, but proves none: those who like to be informed meet more channels.

import { type Column, toColumn } from '#lib/stats/column'
import type { Design } from '#lib/stats/design'
import { activeRows } from '#lib/stats/domain'
import type { Estimate, EstimateOptions } from '#lib/stats/estimate'
import { type Coefficient, linearRegression } from '#lib/stats/regression'
import { weightedMean } from '#lib/stats/weighted-mean'

export type DoseResponse = {
  /** Mean outcome at every dose that somebody has, smallest dose first. */
  doses: { dose: number; mean: Estimate }[]
  /** Change of the outcome per additional channel; null when everybody has the same dose. */
  trend: Coefficient | null
  /** Always: say "association", not "effect". */
  warnings: 'association_only'[]
}

/**
 * Dose-response: outcome by the number of channels met, and its linear trend.
 *
 * In words: weighted mean of the outcome at each dose; trend = slope of the weighted regression of the outcome on the dose,
 * with design-based error.
 *
 * Source: Hill (1965), Proc. Royal Soc. Medicine 58, 295-300 (biological gradient); slope: Fuller (1975), Sankhya C 37.
 *
 * @param design the design of all rows
 * @param outcome outcome of each row, 0/1 or a score; gaps leave the comparison
 * @param dose number of channels of each row, see `countChannels`
 * @param options domain and level
 * @throws StatisticsError empty_domain, length_mismatch, lonely_psu
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 1, 1, 1] })
 * const result = doseResponse(design, [0, 1, 1, 2, 2, 3], [0, 0, 1, 1, 2, 2])
 * result.doses.map(({ dose, mean }) => [dose, mean.value]) // => [[0, 0.5], [1, 1.5], [2, 2.5]]
 * result.trend.value // => 1
 */
export function doseResponse(
  design: Design,
  outcome: Column,
  dose: Column,
  options: EstimateOptions = {},
): DoseResponse {
  const [values, channels] = [toColumn(outcome), toColumn(dose)]
  const active = activeRows(design, options.domain, [values, channels])
  const held = new Set(channels.filter((_, row) => active[row] === 1 && design.weights[row]! > 0))
  const doses = [...held].sort((a, b) => a - b)
  const trend =
    doses.length > 1
      ? linearRegression(design, values, { dose: channels }, { ...options, domain: active })
      : null
  return {
    doses: doses.map((level) => ({
      dose: level,
      mean: weightedMean(design, values, {
        ...options,
        domain: active.map((flag, row) => (flag && channels[row] === level ? 1 : 0)),
      }),
    })),
    trend: trend?.coefficients[1] ?? null,
    warnings: ['association_only'],
  }
}

/**
 * Number of channels through which each person met the campaign.
 *
 * @param channels one 0/1 column per channel
 * @returns the count per row; NaN where one of the channels is missing
 * @throws RangeError if there are no channels
 * @example
 * [...countChannels([[1, 0, null], [1, 0, 1]])] // => [2, 0, NaN]
 */
export function countChannels(channels: readonly Column[]): Float64Array {
  const columns = channels.map(toColumn)
  if (columns.length === 0) throw new RangeError('there are no channels to count')
  return columns[0]!.map((_, row) => columns.reduce((sum, column) => sum + column[row]!, 0))
}
