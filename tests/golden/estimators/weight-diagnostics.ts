// Reference cases of kind `weight_diagnostics`: what a set of weights costs, for all rows and group by group.
import { diagnoseWeights } from '#lib/stats/weight-diagnostics'
import type { GoldenCase } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'
import { groupRows, selectRows } from '../select-rows'

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  const data = folder.dataset(testCase)
  const weights = data.numbers(testCase.weights as string).map((weight) => weight ?? 0)
  const selected = selectRows(data, testCase.subset)
  const of = (rows: Uint8Array) => weightFields(weights.filter((_, row) => rows[row]))
  const groups = testCase.by ? groupRows(data, testCase.by, selected) : []
  return { all: of(selected), groups: groups.map(({ key, rows }) => ({ key, ...of(rows) })) }
}

/** Weight diagnostics in the field names of the format. */
export function weightFields(weights: ArrayLike<number>) {
  const found = diagnoseWeights(weights)
  if (!found) return null
  return {
    n: found.n,
    sum: found.sum,
    min: found.minimum,
    max: found.maximum,
    kish_deff: found.kishDesignEffect,
    kish_n_eff: found.kishEffectiveSize,
  }
}
