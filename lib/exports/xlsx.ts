// XLSX: one sheet with the table, numbers as numbers, text as text whatever it starts with. The surprise: a spreadsheet
// cannot be written in pieces, so the whole table is in memory once; `largest` keeps that in bounds.
import type { ExportFormat } from '#lib/exports/export-format'
import type { Sheet, SheetCell } from '#lib/exports/sheet'
import { type Row, requireRows, type Table } from '#lib/exports/table'
import { writeXlsx, xlsxMediaType } from '#lib/exports/write-xlsx'

/** Texts beyond this are cut off by every spreadsheet program; a written answer may not be longer anyway. */
const longestText = 32_767

export const xlsx: ExportFormat = {
  name: 'xlsx',
  title: { vi: 'Excel (XLSX)', en: 'Excel (XLSX)' },
  extension: 'xlsx',
  mediaType: xlsxMediaType,
  largest: 600_000,
  async *write(table) {
    const rows: Row[] = []
    for await (const batch of table.batches) rows.push(...batch)
    requireRows(table, rows.length)
    yield await writeXlsx([sheetOf(table, rows)])
  },
}

function sheetOf({ name, columns }: Table, rows: readonly Row[]): Sheet {
  return {
    name: name.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 31) || 'table',
    widths: columns.map((column, at) => widthOf([column, ...rows.slice(0, 200).map((row) => row[at] ?? '')])),
    headRows: 1,
    hasFilter: true,
    isWide: true,
    rows: [
      columns.map((value) => ({ value, style: 'head' as const })),
      ...rows.map((row) =>
        row.map((value): SheetCell => (typeof value === 'string' ? value.slice(0, longestText) : value)),
      ),
    ],
  }
}

const widthOf = (values: readonly (string | number)[]): number =>
  Math.min(48, 2 + Math.max(6, ...values.map((value) => String(value).length)))
