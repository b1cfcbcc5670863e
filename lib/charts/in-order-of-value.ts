// Highest first; cells without a number last, by their unit. Equal values keep the order they came in.
import type { Cell } from '#lib/scoring/cell'

export function inOrderOfValue(cells: readonly Cell[]): Cell[] {
  return [...cells].sort(
    (a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY) || 0,
  )
}
