// Reference cases of kind `k_anonymity`.
import { anonymity } from '#lib/secrecy/anonymity'
import type { GoldenCase } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'
import { selectRows } from '../select-rows'

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  const data = folder.dataset(testCase)
  const selected = selectRows(data, testCase.subset)
  const chosen = (name: string) => data.column(name).filter((_value, row) => selected[row])
  const quasiIdentifiers = (testCase.quasi_identifiers as string[]).map(chosen)
  const report = anonymity(quasiIdentifiers, chosen(testCase.sensitive as string), testCase.k as number)
  return {
    n: report.n,
    classes: report.classes,
    smallest_class: report.smallestClass,
    uniques: report.uniques,
    records_below_k: report.recordsBelow,
    classes_below_k: report.classesBelow,
    min_distinct_l: report.distinctDiversity,
    min_entropy_l: report.entropyDiversity,
  }
}
