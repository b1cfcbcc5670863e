// Compares what an estimator gave with what a case expects, number by number, and lists every difference.
// Null means "not available" and must be given as null: NaN, 0 or a missing field is a difference.
import type { GoldenCase } from './golden-case'
import type { GoldenFolder } from './golden-folder'

export interface Difference {
  quantity: string
  expected: unknown
  got: unknown
}

/** Fields that document R or repeat the question (README of the format); never compared. */
const NOT_COMPARED = new Set([
  'nchs',
  'r_svyciprop',
  'r_message',
  'estimates_R_rake',
  'se_survey_4_1_1',
  'stable',
])
const QUESTION = new Set(['estimator', 'variable', 'categories', 'numerator', 'denominator', 'subset'])
/** Compared only when the estimator gives them. */
const ONLY_IF_GIVEN = new Set(['se_cr2', 'df_satterthwaite_cr2'])
/** Whole numbers under these names are counts and must be equal. */
const COUNT =
  /^(n|k|n_(?!eff)\w+|valid|dont_know|missing|assignments|clusters|classes\w*|uniques|records_\w+|smallest_class|rank|longest_run_max|rounded)$/

/** All differences between the case's `expected` and what an estimator gave. */
export function compareResults(testCase: GoldenCase, folder: GoldenFolder, got: unknown): Difference[] {
  return compareValue(testCase.expected, got, '', '')

  function compareValue(expected: unknown, got: unknown, quantity: string, name: string): Difference[] {
    if (typeof expected === 'number' || isInfinite(expected)) {
      return isClose(Number(expected), got, name) ? [] : [{ quantity, expected, got }]
    }
    if (Array.isArray(expected)) return compareList(expected, got, quantity, name)
    if (expected !== null && typeof expected === 'object') return compareObject(expected, got, quantity)
    return expected === got ? [] : [{ quantity, expected, got }]
  }

  function isClose(expected: number, got: unknown, name: string): boolean {
    const number = isInfinite(got) ? Number(got) : got
    if (typeof number !== 'number') return false
    const { abs, rel } = testCase.tolerance
    const isCount = COUNT.test(name) && Number.isInteger(expected)
    const allowed = isCount || !Number.isFinite(expected) ? 0 : abs + rel * Math.abs(expected)
    return number === expected || Math.abs(number - expected) <= allowed
  }

  function compareList(expected: unknown[], got: unknown, quantity: string, name: string): Difference[] {
    if (!isList(got)) return [{ quantity, expected: `a list of ${expected.length}`, got }]
    if (got.length !== expected.length) {
      return [{ quantity: `${quantity}.length`, expected: expected.length, got: got.length }]
    }
    return expected.flatMap((one, place) => {
      const key = keyOf(one)
      const match = key === null ? got[place] : Array.from(got).find((other) => keyOf(other) === key)
      return compareValue(one, match, `${quantity}[${key ?? place}]`, name)
    })
  }

  function compareObject(expected: object, got: unknown, quantity: string): Difference[] {
    if (got === null || typeof got !== 'object') return [{ quantity, expected: 'a result', got }]
    const isAnswer = 'estimate' in expected
    return Object.entries(expected).flatMap(([name, value]) => {
      const place = quantity ? `${quantity}.${name}` : name
      const given = (got as Record<string, unknown>)[name]
      if (NOT_COMPARED.has(name) || (isAnswer && QUESTION.has(name))) return []
      if (ONLY_IF_GIVEN.has(name) && given === undefined) return []
      return name === 'weights_csv'
        ? compareWeights(value as string, given, place)
        : compareValue(value, given, place, name)
    })
  }

  /** A CSV with the columns row (1-based) and weight against one weight per row of the data set. */
  function compareWeights(file: string, got: unknown, quantity: string): Difference[] {
    const table = folder.table(file)
    if (!isList(got)) return [{ quantity, expected: `the weights of ${file}`, got }]
    if (got.length < table.size) {
      return [{ quantity: `${quantity}.length`, expected: table.size, got: got.length }]
    }
    const weights = table.numbers('weight')
    return table
      .numbers('row')
      .flatMap((row, place) =>
        compareValue(weights[place], got[row! - 1], `${quantity}[row ${row}]`, 'weight'),
      )
  }
}

function isInfinite(value: unknown): boolean {
  return value === 'Infinity' || value === '-Infinity'
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || ArrayBuffer.isView(value)
}

/** Groups are matched by their key, whatever their order. */
function keyOf(value: unknown): string | null {
  if (value === null || typeof value !== 'object' || !('key' in value) || !value.key) return null
  return JSON.stringify(Object.entries(value.key).sort())
}

/** |got - expected| / |expected|, or null where it has no meaning. */
export function relativeError(expected: unknown, got: unknown): number | null {
  if (typeof expected !== 'number' || typeof got !== 'number' || expected === 0) return null
  return Math.abs(got - expected) / Math.abs(expected)
}
