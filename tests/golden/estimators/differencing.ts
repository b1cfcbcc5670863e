// Reference cases of kind `differencing`: two queries as lists of conditions.
import { checkDifferencing } from '#lib/secrecy/differencing'
import type { Condition, GoldenCase } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'
import { selectRows } from '../select-rows'

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  const data = folder.dataset(testCase)
  const [setA, setB] = ['query_a', 'query_b'].map((name) => selectRows(data, testCase[name] as Condition[]))
  const check = checkDifferencing(setA!, setB!, testCase.threshold as number)
  return {
    n_a: check.sizeA,
    n_b: check.sizeB,
    n_a_minus_b: check.onlyA,
    n_b_minus_a: check.onlyB,
    a_alone_ok: check.isAPublishable,
    b_alone_ok: check.isBPublishable,
    pair_ok: check.isPairPublishable,
  }
}
