// Weighting of a wave from base weights to final weights, in the one order that makes sense: non-response, raking, trimming,
// raking once more. Every step reports what it did; nothing is repaired in silence.

import { adjustForNonresponse, type NonresponseClass } from '#lib/stats/adjust-for-nonresponse'
import { makeCalibratedDesign } from '#lib/stats/calibrated-design'
import { type Design, withWeights } from '#lib/stats/design'
import { codeMargins, type PopulationMargin } from '#lib/stats/population-margin'
import { fitMargins } from '#lib/stats/rake'
import { suggestTrimmingBound, trimWeights } from '#lib/stats/trim-weights'
import { diagnoseWeights, type WeightDiagnostics } from '#lib/stats/weight-diagnostics'

export type WeightingPlan = {
  /** Weighting class (village, or village x sex x age) of every sampled person, and who answered. */
  nonresponse?: { classes: readonly string[]; hasResponded: readonly boolean[] }
  margins: readonly PopulationMargin[]
  /** Largest weight allowed after raking; left out: median + 6 interquartile ranges. */
  largestWeight?: number
}

export type WeighedSample = {
  /** The design with final weights and the calibrated variance. */
  design: Design
  classes: NonresponseClass[]
  trimmedShare: number
  before: WeightDiagnostics
  after: WeightDiagnostics
  warnings: ('few_respondents' | 'large_factor' | 'many_trimmed' | 'one_weight_above_5_percent')[]
}

/** More than this share of trimmed weights says that the bound, not the sample, makes the result. */
const MANY = 0.05

/**
 * Final weights of a sample: non-response classes, raking, trimming, raking again.
 *
 * In words: see the single steps. The variance is that of the last raking; trimming is treated as if the bound had been
 * known before, which is usual and slightly too hopeful.
 *
 * Source: Valliant, Dever and Kreuter (2018), Practical Tools for Designing and Weighting Survey Samples, chapters 13 and 14;
 * DeBell and Krosnick (2009), ANES technical report nes012427.
 *
 * @param design design with base weights of all sampled persons
 * @param plan non-response classes, margins (in persons), largest weight
 * @throws StatisticsError the margin errors, not_converged, trimming_impossible; RangeError if the design is calibrated
 * @example
 * const design = makeDesign({ weights: [10, 10, 10, 10] })
 * const totals = [{ category: 'F', total: 60 }, { category: 'M', total: 40 }]
 * const sex = { name: 'sex', categories: ['F', 'F', 'M', 'M'], totals }
 * const nonresponse = { classes: ['v1', 'v1', 'v1', 'v1'], hasResponded: [true, true, true, false] }
 * [...weighRespondents(design, { nonresponse, margins: [sex] }).design.weights] // => [30, 30, 40, 0]
 */
export function weighRespondents(design: Design, plan: WeightingPlan): WeighedSample {
  const adjusted = plan.nonresponse
    ? adjustForNonresponse(design.weights, plan.nonresponse.classes, plan.nonresponse.hasResponded)
    : { weights: design.weights, classes: [] }
  const margins = codeMargins(adjusted.weights, plan.margins)
  const raked = fitMargins(adjusted.weights, margins).weights
  const bounds = { lower: 0, upper: plan.largestWeight ?? suggestTrimmingBound(raked) }
  const { weights: trimmed, trimmedShare } = trimWeights(raked, bounds, true)
  const final = trimmedShare > 0 ? fitMargins(trimmed, margins).weights : raked
  const [before, after] = [diagnoseWeights(adjusted.weights)!, diagnoseWeights(final)!]
  const warnings = new Set<WeighedSample['warnings'][number]>(adjusted.classes.flatMap((one) => one.warnings))
  if (trimmedShare > MANY) warnings.add('many_trimmed')
  if (after.warnings.includes('one_weight_above_5_percent')) warnings.add('one_weight_above_5_percent')
  return {
    design: makeCalibratedDesign(withWeights(design, trimmedShare > 0 ? trimmed : adjusted.weights), final, {
      margins,
    }),
    classes: adjusted.classes,
    trimmedShare,
    before,
    after,
    warnings: [...warnings],
  }
}
