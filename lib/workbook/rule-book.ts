// The sheet of rules: every number of the definition that is neither weight nor maximum stands in a cell of its own, so that
// formulas point to it and a reader may try another one.
import type { SheetCell } from '#lib/exports/sheet'
import { columnName, headRows, quote } from '#lib/workbook/grid'

export type RuleBook = ReturnType<typeof makeRuleBook>

export function makeRuleBook(sheet: string, heads: readonly string[]) {
  const rows: SheetCell[][] = []
  let about: [string, string] = ['', '']
  const place = (column: number, row: number) => `$${columnName(column)}$${row + headRows}`
  const add = (label: string, values: readonly (number | string)[]) => {
    rows.push([
      ...about,
      label,
      ...values.map((value) => ({
        value,
        style: typeof value === 'string' ? ('choice' as const) : ('input' as const),
      })),
    ])
    about = [about[0], '']
    return rows.length
  }
  return {
    /** What the next rules belong to. */
    begin(code: string, name: string) {
      about = [code, name]
    },
    /** One number; returns the reference to its cell. */
    number: (label: string, value: number): string => `${quote(sheet)}!${place(3, add(label, [value]))}`,
    /** Pairs in rising order; returns the ranges of both columns and each cell. */
    pairs(label: string, values: readonly (readonly [number, number | string])[]) {
      const lines = values.map((pair) => add(label, pair))
      const range = (column: number) =>
        `${quote(sheet)}!${place(column, lines[0]!)}:${place(column, lines.at(-1)!)}`
      const cells = lines.map(
        (row) => [`${quote(sheet)}!${place(3, row)}`, `${quote(sheet)}!${place(4, row)}`] as const,
      )
      return { first: range(3), second: range(4), cells }
    },
    sheet: () => ({
      name: sheet,
      widths: [28, 40, 60, 14, 18],
      rows: [
        [{ value: heads[0]!, style: 'title' as const }],
        heads.slice(1).map((value) => ({ value, style: 'head' as const })),
        ...rows,
      ],
      headRows,
    }),
  }
}
