// Reference cases of kind `weighting`: final weights, what they cost, and estimates with the calibrated variance.
import { adjustForNonresponse } from '#lib/stats/adjust-for-nonresponse'
import { type CalibrationTerm, calibrate } from '#lib/stats/calibrate'
import { makeCalibratedDesign } from '#lib/stats/calibrated-design'
import type { CalibrationDistanceName } from '#lib/stats/calibration-distance'
import type { Design } from '#lib/stats/design'
import { codeMargins, type PopulationMargin } from '#lib/stats/population-margin'
import { populationTotal } from '#lib/stats/population-total'
import { poststratify } from '#lib/stats/poststratify'
import { rake } from '#lib/stats/rake'
import { ratio } from '#lib/stats/ratio'
import { trimWeights } from '#lib/stats/trim-weights'
import { weightedMean } from '#lib/stats/weighted-mean'
import { analysedVariable } from '../analysed-variable'
import { caseDesign } from '../case-design'
import { caseMargin, type MarginCells } from '../case-margins'
import type { Dataset } from '../dataset'
import { estimateFields } from '../estimate-groups'
import type { Condition, GoldenCase } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'
import { keepRows } from '../keep-rows'
import { isSame, selectRows } from '../select-rows'
import { weightFields } from './weight-diagnostics'

interface Question {
  estimator: 'mean' | 'proportion' | 'total' | 'ratio'
  variable: string | null
  categories: (string | number)[] | null
  numerator: string | null
  denominator: string | null
  subset: Condition[] | null
}

interface Term {
  type: 'count' | 'category' | 'numeric'
  variable?: string
  category?: string | number
  total: number
}

interface Calibration {
  calfun: CalibrationDistanceName
  bounds: (number | string | null)[] | null
  terms: Term[]
}

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  const all = folder.dataset(testCase)
  const data = testCase.subset ? keepRows(all, selectRows(all, testCase.subset)) : all
  if (testCase.method === 'nonresponse_classes') return adjust(data, testCase)
  const design = caseDesign(data, testCase.design!)
  if (testCase.method === 'trim') return trim(design, testCase)
  const calibrated = weigh(data, design, testCase)
  const questions = (testCase.expected.estimates ?? []) as Question[]
  return {
    weights_csv: calibrated.weights,
    weights: weightFields(calibrated.weights),
    estimates: questions.map((question) => answer(data, calibrated, question, testCase.level)),
  }
}

function weigh(data: Dataset, design: Design, testCase: GoldenCase): Design {
  if (testCase.method === 'calibrate')
    return calibrateDesign(data, design, testCase.calibration as Calibration)
  const given =
    testCase.method === 'poststratify'
      ? [{ variables: testCase.by!, cells: testCase.cells as MarginCells['cells'] }]
      : (testCase.margins as MarginCells[])
  const margins: PopulationMargin[] = given.map((margin) => caseMargin(data, margin))
  const { weights } =
    testCase.method === 'poststratify'
      ? poststratify(design.weights, margins[0]!)
      : rake(design.weights, margins)
  return makeCalibratedDesign(design, weights, { margins: codeMargins(design.weights, margins) })
}

function calibrateDesign(
  data: Dataset,
  design: Design,
  { calfun, bounds, terms: given }: Calibration,
): Design {
  const terms = given.map((term) => calibrationTerm(data, term))
  const [lower, upper] = (bounds ?? []).map((end) => (end === null ? Number.NaN : Number(end)))
  const limits = bounds && {
    lower: Number.isNaN(lower) ? Number.NEGATIVE_INFINITY : lower!,
    upper: Number.isNaN(upper) ? Number.POSITIVE_INFINITY : upper!,
  }
  const { weights } = calibrate(design.weights, terms, calfun, limits)
  return makeCalibratedDesign(design, weights, { terms })
}

function calibrationTerm(data: Dataset, { type, variable, category, total }: Term): CalibrationTerm {
  if (type === 'count') return { name: 'persons', values: new Float64Array(data.size).fill(1), total }
  if (type === 'category') {
    const values = data.column(variable!).map((value) => Number(isSame(value, category!)))
    return { name: `${variable} = ${category}`, values, total }
  }
  return { name: variable!, values: data.numbers(variable!).map((value) => value ?? Number.NaN), total }
}

function answer(data: Dataset, design: Design, question: Question, level?: number) {
  const options = { domain: selectRows(data, question.subset), level }
  if (question.estimator === 'ratio') {
    const [above, below] = [data.numbers(question.numerator!), data.numbers(question.denominator!)]
    return estimateFields(ratio(design, above, below, options))
  }
  const values = analysedVariable(data, question.variable!, question.categories)
  const estimate = question.estimator === 'total' ? populationTotal : weightedMean
  return estimateFields(estimate(design, values, options))
}

function trim(design: Design, testCase: GoldenCase) {
  const bounds = { lower: testCase.lower as number, upper: testCase.upper as number }
  const { weights } = trimWeights(design.weights, bounds, testCase.strict as boolean)
  return { weights_csv: weights, weights: weightFields(weights), before: weightFields(design.weights) }
}

function adjust(data: Dataset, testCase: GoldenCase) {
  const before = data.numbers(testCase.weights as string).map((weight) => weight ?? Number.NaN)
  const classes = data.column(testCase.class as string).map(String)
  const hasResponded = data.numbers(testCase.responded as string).map((value) => value === 1)
  const { weights } = adjustForNonresponse(before, classes, hasResponded)
  return { weights_csv: weights, weights: weightFields(weights) }
}
