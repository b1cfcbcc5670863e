// Marks changes that may be luck. Nine communes give a "significant" one by chance alone in more than a third of all
// waves, so the test of each criterion is corrected for all units shown beside it.
import type { Cell } from '#lib/scoring/cell'
import { adjustPValues } from '#lib/stats/adjust-p-values'
import { studentTCdf } from '#lib/stats/distributions'

/** The cells with the flag `unclear` where Holm's adjusted p-value over the units is 5 % or more. */
export function markUnclearChanges(cells: readonly Cell[]): Cell[] {
  const marked = new Set<Cell>()
  for (const criterion of new Set(cells.map((cell) => cell.criterion))) {
    const family = cells.filter((cell) => cell.criterion === criterion)
    const adjusted = adjustPValues(family.map(pValue), 'holm')
    for (const [at, p] of adjusted.entries()) if (p !== null && p >= 0.05) marked.add(family[at]!)
  }
  return cells.map((cell) => (marked.has(cell) ? { ...cell, flags: [...cell.flags, 'unclear'] } : cell))
}

/** Two-sided t test of no change; null where there is no error to test with. */
function pValue({ value, standardError, degreesOfFreedom }: Cell): number | null {
  if (value === null || !standardError || !degreesOfFreedom) return null
  return 2 * studentTCdf(-Math.abs(value / standardError), degreesOfFreedom)
}
