// What an officer sees of a spreadsheet before anything is stored.
import { columnNames } from '#lib/imports/column-names'
import type { XlsxValue } from '#lib/imports/read-xlsx'
import type { Sentence } from '#lib/problem'

/** What is wrong at a row (as the spreadsheet numbers it), and in which of its fields; "row" for the row as a whole. */
export type ImportFault<Field extends string> = Sentence & { row: number; field: Field | 'row' }

export type ImportPreview<Field extends string, Row> = {
  /** The head line, "A", "B" … where it is empty. */
  columns: string[]
  /** Field -> number of the column, from 0. */
  mapping: Partial<Record<Field, number>>
  /** The first good rows. */
  rows: Row[]
  good: number
  faultyRows: number
  faults: ImportFault<Field>[]
  /** Worth a look; they do not stop anything. */
  warnings: ImportFault<Field>[]
  /** How many were stored; null for a trial. */
  stored: number | null
}

type Read<Field extends string, Row> = {
  head: readonly XlsxValue[]
  mapping: Partial<Record<Field, number>>
  rows: readonly Row[]
  /** In the order in which they are to be read. */
  faults: readonly ImportFault<Field>[]
  warned: readonly ImportFault<Field>[]
}

const shownRows = 10
const shownFaults = 100

/** The preview, and all rows without a fault. */
export function previewImport<Field extends string, Row extends { row: number }>({
  head,
  mapping,
  rows,
  faults,
  warned,
}: Read<Field, Row>): { preview: ImportPreview<Field, Row>; good: Row[] } {
  const bad = new Set(faults.map(({ row }) => row))
  const good = rows.filter(({ row }) => !bad.has(row))
  const preview: ImportPreview<Field, Row> = {
    columns: columnNames(head),
    mapping,
    rows: good.slice(0, shownRows),
    good: good.length,
    faultyRows: bad.size,
    faults: faults.slice(0, shownFaults),
    warnings: warned.filter(({ row }) => !bad.has(row)).slice(0, shownFaults),
    stored: null,
  }
  return { preview, good }
}
