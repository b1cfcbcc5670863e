// The share of people who gave an answer, with an interval that keeps its promise near 0 and 1. Everything a results
// page prints as a percentage goes through here (inside the engine it stays between 0 and 1).

import { type Column, toColumn } from '#lib/stats/column'
import type { Design } from '#lib/stats/design'
import { activeRows } from '#lib/stats/domain'
import {
  completeEstimate,
  type Estimate,
  type EstimateOptions,
  type EstimateSummary,
} from '#lib/stats/estimate'
import { linearisedRatio } from '#lib/stats/linearised-ratio'
import { type ProportionMethod, proportionInterval } from '#lib/stats/proportion-interval'
import { StatisticsError } from '#lib/stats/statistics-error'

export interface ProportionOptions extends EstimateOptions {
  /** interval; `kg_truncated` unless said otherwise */
  method?: ProportionMethod
  /** design effect of comparable items, used only where everybody gave the same answer; 1.5 unless said otherwise */
  assumedDesignEffect?: number
}

export interface ProportionEstimate extends Estimate {
  /** n*, the sample size the interval was made with; null where the method knows none */
  intervalN: number | null
}

/** The planning design effect used where none can be estimated (method of this project, section 3). */
export const PLANNING_DESIGN_EFFECT = 1.5

/**
 * Proportion of the population, or of a domain, for which an indicator is 1.
 *
 * In words: the weighted mean of a 0/1 variable. Its interval is Korn-Graubard cut at n (see `proportionInterval`),
 * because p -/+ t standard errors is too narrow near 0 and 1.
 *
 * Source: Korn and Graubard (1998) Survey Methodology 24; Parker et al. (2017) NCHS 2(175).
 * `indicator`: 0, 1 or a gap per row (make it with `indicator`). Units: 0..1, never percent.
 * Errors: value_outside_range (not 0/1), empty_domain, length_mismatch, lonely_psu.
 *
 * @example
 * const design = makeDesign({ weights: [10, 10, 20, 20, 10, 10, 10, 10], clusters: [[1, 1, 2, 2, 3, 3, 4, 4]] })
 * const answers = ['yes', 'no', 'yes', 'yes', 'no', 'yes', 'no', 'no']
 * const aware = proportion(design, indicator(answers, ['yes']))
 * aware.value // => 0.6
 * aware.low.toFixed(3) // => '0.045'
 * aware.high.toFixed(3) // => '0.991'
 */
export function proportion(
  design: Design,
  indicator: Column,
  options: ProportionOptions = {},
): ProportionEstimate {
  const column = toColumn(indicator)
  const domain = activeRows(design, options.domain, [column])
  checkIndicator(column, domain)
  const { value, influence, simpleVariance } = linearisedRatio(design.weights, column, null, domain)
  const method = options.method ?? 'kg_truncated'
  const parts = {
    value,
    influence,
    domain,
    simpleVariance,
    level: options.level,
    method: `proportion ${method}`,
  }
  const estimate = completeEstimate(design, parts)
  return withProportionInterval(estimate, method, options.assumedDesignEffect ?? PLANNING_DESIGN_EFFECT)
}

/** Puts the interval for proportions in the place of the t interval; shared by rows and moments. */
export function withProportionInterval<T extends EstimateSummary>(
  estimate: T,
  method: ProportionMethod,
  assumedDesignEffect: number,
): T & { intervalN: number | null } {
  const { effectiveN, ...ends } = proportionInterval(method, {
    proportion: Math.min(1, Math.max(0, estimate.value)),
    variance: estimate.standardError === null ? Number.NaN : estimate.standardError ** 2,
    n: estimate.n,
    degreesOfFreedom: estimate.degreesOfFreedom,
    level: estimate.level,
    assumedDesignEffect,
  })
  const isUndefined = ends.low === null && estimate.degreesOfFreedom > 0
  const warnings = isUndefined ? [...estimate.warnings, 'interval_undefined' as const] : estimate.warnings
  return { ...estimate, ...ends, warnings, intervalN: effectiveN }
}

function checkIndicator(column: Float64Array, domain: Uint8Array): void {
  for (let row = 0; row < column.length; row++) {
    if (!domain[row] || column[row] === 0 || column[row] === 1) continue
    throw new StatisticsError(
      'value_outside_range',
      `Row ${row + 1} holds ${column[row]}: a proportion needs values 0 and 1.`,
    )
  }
}
