// The analysed variable of a case: a numeric column, or 1 and 0 when `categories` says which values count.
import type { Dataset } from './dataset'
import { isSame } from './select-rows'

/** One number per row, null where the answer is missing. */
export function analysedVariable(
  data: Dataset,
  variable: string,
  categories: (string | number)[] | null | undefined,
): (number | null)[] {
  if (!categories) return data.numbers(variable)
  return data
    .column(variable)
    .map((value) => (value === null ? null : Number(categories.some((one) => isSame(value, one)))))
}
