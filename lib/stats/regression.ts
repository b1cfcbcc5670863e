// Regression with survey weights: does satisfaction go with age, channel, commune, all else equal? The surprise: the
// coefficients are those of any weighted regression, but their errors come from the design (sandwich), because the
// people of a village resemble each other more than the model knows.

import { type Column, checkLevel, toColumn } from '#lib/stats/column'
import type { Design } from '#lib/stats/design'
import { designCovariance } from '#lib/stats/design-covariance'
import { activeRows, type DomainSummary, describeDomain } from '#lib/stats/domain'
import { type EstimateOptions, studentInterval } from '#lib/stats/estimate'
import { influences, LINEAR, LOGISTIC, type Model, solveScore } from '#lib/stats/regression-score'
import { StatisticsError } from '#lib/stats/statistics-error'
import { type StudentTest, studentTest } from '#lib/stats/student-test'

export interface Coefficient extends StudentTest {
  name: string
  value: number
  standardError: number | null
  low: number | null
  high: number | null
  influence: Float64Array
}

export interface Regression extends DomainSummary {
  coefficients: Coefficient[]
  /** p*p numbers by rows, in the order of the coefficients */
  covariance: Float64Array
  level: number
  /** rounds of Newton's method; 1 for a linear regression */
  rounds: number
}

/** Predictors by name; categories as indicators, all but one. The intercept is added by itself. */
export type Predictors = Readonly<Record<string, Column>>

/**
 * Linear regression with design-based errors.
 *
 * In words: weighted least squares; the influence of a person is (X'WX)^-1 x times weight times residual.
 *
 * Source: Fuller (1975) Sankhya C 37; Binder (1983) Int. Stat. Review 51; R svyglm. Tests have clusters - strata + 1 -
 * number of coefficients degrees of freedom. Units: outcome per unit of the predictor.
 * Errors: singular_matrix (predictors that say the same), empty_domain, length_mismatch, lonely_psu.
 *
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 1, 1] })
 * const model = linearRegression(design, [1, 3, 2, 5, 4], { years: [1, 2, 3, 4, 5] })
 * model.coefficients.map(({ name, value }) => [name, value]) // => [['intercept', 0.6], ['years', 0.8]]
 * model.coefficients[1].standardError.toFixed(4) // => '0.2280'
 */
export function linearRegression(
  design: Design,
  outcome: Column,
  predictors: Predictors,
  options: EstimateOptions = {},
): Regression {
  return fitRegression(design, toColumn(outcome), predictors, LINEAR, 1, options)
}

/**
 * Logistic regression with design-based errors: log odds of a 0/1 outcome.
 *
 * In words: Newton's method on the weighted score equations sum w x (y - p) = 0; the influence of a person is the
 * inverse information times x times weight times (y - p).
 *
 * Source: Binder (1983) Int. Stat. Review 51, section 4; Lumley (2010) section 6.2; R svyglm(family = quasibinomial).
 * Units: log odds per unit of the predictor. Errors: not_converged (a predictor separates the answers completely),
 * value_outside_range (outcome not in 0..1), singular_matrix, empty_domain, lonely_psu.
 *
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 1, 1, 1, 1, 1] })
 * const informed = [0, 0, 0, 0, 1, 1, 1, 1]
 * const model = logisticRegression(design, [0, 0, 1, 0, 1, 1, 0, 1], { informed })
 * // odds 1:3 and 3:1
 * model.coefficients.map(({ value }) => Math.exp(value).toFixed(4)) // => ['0.3333', '9.0000']
 */
export function logisticRegression(
  design: Design,
  outcome: Column,
  predictors: Predictors,
  options: EstimateOptions = {},
): Regression {
  const column = toColumn(outcome)
  const odd = column.findIndex((value) => value < 0 || value > 1)
  if (odd >= 0) {
    throw new StatisticsError(
      'value_outside_range',
      `Row ${odd + 1} holds ${column[odd]}: a logistic outcome is 0 or 1.`,
    )
  }
  return fitRegression(design, column, predictors, LOGISTIC, 50, options)
}

function fitRegression(
  design: Design,
  outcome: Float64Array,
  predictors: Predictors,
  model: Model,
  limit: number,
  options: EstimateOptions,
): Regression {
  const level = options.level ?? 0.95
  checkLevel(level)
  const names = ['intercept', ...Object.keys(predictors)]
  const columns = [new Float64Array(design.size).fill(1), ...Object.values(predictors).map(toColumn)]
  const domain = activeRows(design, options.domain, [outcome, ...columns])
  const solution = solveScore(design.weights, outcome, columns, domain, model, limit)
  const influence = influences(design.weights, outcome, columns, domain, solution)
  const covariance = designCovariance(design, influence, domain)
  const summary = describeDomain(design, domain)
  const degreesOfFreedom = summary.degreesOfFreedom + 1 - names.length
  const coefficients = names.map((name, j) => {
    const value = solution.coefficients[j]!
    const variance = covariance[j * names.length + j]!
    const standardError = Number.isNaN(variance) ? null : Math.sqrt(variance)
    const [low, high] = studentInterval(value, standardError, degreesOfFreedom, level)
    const test = studentTest(value, standardError, degreesOfFreedom)
    return { name, value, standardError, low, high, ...test, influence: influence[j]! }
  })
  return { ...summary, degreesOfFreedom, coefficients, covariance, level, rounds: solution.rounds }
}
