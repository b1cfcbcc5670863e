// A cell of somebody's spreadsheet as text: composed letters, single spaces.
import type { XlsxValue } from '#lib/imports/read-xlsx'

/** '' for an empty cell, and for a column that is not there. */
export function cellText(cells: readonly XlsxValue[], column: number | undefined): string {
  const value = column === undefined ? null : cells[column]
  return value === null || value === undefined
    ? ''
    : String(value).normalize('NFC').replace(/\s+/g, ' ').trim()
}
