// What every download is before it has a format: columns, and rows that arrive in batches. Rows are never all in memory,
// and the number of rows is known before the first one is written, so that a broken download can be told from a whole one.

/** Numbers are written as numbers; text is what a formula could hide in. */
export type Value = string | number | null
export type Row = readonly Value[]

export type Table = {
  /** Short name for the file, letters, digits and hyphens. */
  name: string
  columns: readonly string[]
  /** Rows that will come. */
  expected: number
  batches: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>
}

/** A table that is already complete. */
export function wholeTable(name: string, columns: readonly string[], rows: readonly Row[]): Table {
  return { name, columns, expected: rows.length, batches: [rows] }
}

/** Throws RangeError when other than the expected rows were written. */
export function requireRows({ name, expected }: Table, written: number): void {
  if (written !== expected)
    throw new RangeError(`The table ${name} has ${written} rows instead of the expected ${expected}`)
}
