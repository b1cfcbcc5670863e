// Group and time columns of a campaign case as 0 and 1: the smaller of their two values is the other group, or the time
// before, whatever the file calls them.
import type { Value } from './golden-case'

export function zeroOne(column: Value[]): (number | null)[] {
  const values = [...new Set(column.filter((value) => value !== null))].sort((a, b) => (a < b ? -1 : 1))
  if (values.every((value) => value === 0 || value === 1)) return column as (number | null)[]
  if (values.length !== 2) throw new Error(`two values expected, there are ${values.join(', ')}`)
  return column.map((value) => (value === null ? null : values.indexOf(value)))
}
