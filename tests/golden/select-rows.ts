// Which rows a list of conditions selects, and how rows split into groups: the README's `subset` and `by`.
import type { Dataset } from './dataset'
import type { Condition, Value } from './golden-case'

/** One 0/1 flag per row. No conditions select every row. */
export function selectRows(data: Dataset, conditions: Condition[] | null | undefined): Uint8Array {
  const selected = new Uint8Array(data.size).fill(1)
  for (const condition of conditions ?? []) {
    data.column(condition.var).forEach((value, row) => {
      if (!holds(value, condition)) selected[row] = 0
    })
  }
  return selected
}

function holds(value: Value, { op, value: wanted }: Condition): boolean {
  if (value === null) return false
  if (op === 'not_missing') return true
  if (op === 'in') return [wanted].flat().some((one) => isSame(value, one ?? null))
  const single = Array.isArray(wanted) ? wanted[0]! : wanted
  if (op === '==') return isSame(value, single)
  if (op === '!=') return !isSame(value, single)
  const [left, right] = typeof value === 'number' ? [value, Number(single)] : [value, String(single)]
  if (op === '>=') return left >= right
  if (op === '<=') return left <= right
  if (op === '<') return left < right
  if (op === '>') return left > right
  throw new Error(`unknown condition ${op}`)
}

/** Equal as numbers or as texts: a column may hold 1 where a case says "1". */
export function isSame(value: Value, other: Value): boolean {
  return value === other || (value !== null && other !== null && String(value) === String(other))
}

export interface RowGroup {
  key: Record<string, Value> | null
  rows: Uint8Array
}

/**
 * The selected rows split by the values of some columns, rows with a missing key left out.
 * Without columns there is one group with key null.
 */
export function groupRows(data: Dataset, by: string[] | null | undefined, selected: Uint8Array): RowGroup[] {
  if (!by || by.length === 0) return [{ key: null, rows: selected }]
  const columns = by.map((name) => data.column(name))
  const groups = new Map<string, RowGroup>()
  for (let row = 0; row < data.size; row++) {
    const values = columns.map((column) => column[row] ?? null)
    if (!selected[row] || values.includes(null)) continue
    const name = JSON.stringify(values)
    let group = groups.get(name)
    if (!group) {
      group = {
        key: Object.fromEntries(by.map((column, place) => [column, values[place] ?? null])),
        rows: new Uint8Array(data.size),
      }
      groups.set(name, group)
    }
    group.rows[row] = 1
  }
  return [...groups.values()].sort((a, b) => compareKeys(by, a, b))
}

function compareKeys(by: string[], a: RowGroup, b: RowGroup): number {
  for (const column of by) {
    const [left, right] = [a.key![column]!, b.key![column]!]
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}
