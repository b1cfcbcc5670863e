// Reference cases of kind `replicate`: jackknife and bootstrap errors of several estimates of one sample. Rows outside
// `subset` are dropped before the design is built; gaps and the subsets of the estimates are domains.
import { activeRows } from '#lib/stats/domain'
import type { CodedMargin } from '#lib/stats/population-margin'
import { codeMargins } from '#lib/stats/population-margin'
import { fitMargins } from '#lib/stats/rake'
import { replicateEstimate } from '#lib/stats/replicate-estimate'
import { givenReplicates, jackknife, type Replicates } from '#lib/stats/replicates'
import { weightedTotal } from '#lib/stats/weighted-total'
import { analysedVariable } from '../analysed-variable'
import { caseDesign } from '../case-design'
import { caseMargin, type MarginCells } from '../case-margins'
import type { Dataset } from '../dataset'
import type { Condition, GoldenCase } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'
import { keepRows } from '../keep-rows'
import { selectRows } from '../select-rows'

interface Wanted {
  estimator: 'mean' | 'total' | 'proportion' | 'ratio'
  variable: string | null
  categories: (string | number)[] | null
  numerator: string | null
  denominator: string | null
  subset: Condition[] | null
}

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  const whole = folder.dataset(testCase)
  const data = keepRows(whole, selectRows(whole, testCase.subset))
  const replicates = makeReplicates(testCase, folder, data)
  const margins =
    testCase.reweight === 'rake' ? readMargins(testCase.margins as MarginCells[], data, replicates) : null
  const reweight = margins ? (weights: Float64Array) => fitMargins(weights, margins).weights : undefined
  const { estimates } = testCase.expected as unknown as { estimates: Wanted[] }
  return {
    n_psu: replicates.design.stages[0]!.stratumOfUnit.length,
    estimates: estimates.map((wanted) => {
      const statistic = makeStatistic(wanted, data, replicates)
      const { value, standardError } = replicateEstimate(replicates, statistic, {
        mse: testCase.mse as boolean,
        reweight,
      })
      return { estimate: value, se: standardError }
    }),
  }
}

function makeReplicates(testCase: GoldenCase, folder: GoldenFolder, data: Dataset): Replicates {
  const design = caseDesign(data, testCase.design!)
  if (testCase.method === 'jk1' || testCase.method === 'jkn') return jackknife(design)
  if (testCase.method !== 'rao_wu_bootstrap') throw new Error(`unknown replicate method ${testCase.method}`)
  const {
    count,
    scale,
    factors_csv: file,
  } = testCase.replicates as { count: number; scale: number; factors_csv: string }
  const table = folder.table(file)
  const keys = table.columns.filter((name) => !/^r\d+$/.test(name))
  const keyOf = (source: Dataset, row: number) =>
    JSON.stringify(keys.map((name) => String(source.column(name)[row])))
  const lines = new Map(Array.from({ length: table.size }, (_, row) => [keyOf(table, row), row]))
  // Without cluster columns every row is a cluster of its own, and the file lists them in order.
  const lineOf = (row: number) => (testCase.design!.ids ? lines.get(keyOf(data, row))! : row)
  const lineOfRow = Array.from({ length: data.size }, (_, row) => lineOf(row))
  const columns = Array.from({ length: count }, (_, replicate) => table.numbers(`r${replicate + 1}`))
  return givenReplicates(design, count, scale, (replicate, row) => columns[replicate]![lineOfRow[row]!]!)
}

function readMargins(margins: MarginCells[], data: Dataset, { design }: Replicates): CodedMargin[] {
  return codeMargins(
    design.weights,
    margins.map((margin) => caseMargin(data, margin)),
  )
}

function makeStatistic(
  wanted: Wanted,
  data: Dataset,
  { design }: Replicates,
): (weights: Float64Array) => number {
  const column = (name: string) =>
    Float64Array.from(analysedVariable(data, name, wanted.categories), (value) => value ?? Number.NaN)
  const values = column(wanted.numerator ?? wanted.variable!)
  const base = wanted.denominator ? column(wanted.denominator) : new Float64Array(data.size).fill(1)
  const domain = activeRows(design, selectRows(data, wanted.subset), [values, base])
  return (weights) => {
    const { total } = weightedTotal(weights, values, domain)
    return wanted.estimator === 'total' ? total : total / weightedTotal(weights, base, domain).total
  }
}
