// Reference cases of kind `rounding`.
import { roundToBase } from '#lib/secrecy/round-published'
import type { GoldenCase } from '../golden-case'

export function run(testCase: GoldenCase) {
  const values = [testCase.values as number[]].flat()
  return { rounded: values.map((value) => roundToBase(value, testCase.base as number)) }
}
