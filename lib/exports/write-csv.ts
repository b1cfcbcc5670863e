// Comma-separated values after RFC 4180, in pieces of some tens of kilobytes. The dialects differ in what a spreadsheet
// needs; the rows do not.
import { type Row, requireRows, type Table, type Value } from '#lib/exports/table'

export type CsvDialect = {
  /** Excel takes a file for UTF-8 only with this mark in front. */
  hasByteOrderMark: boolean
  separator: ',' | ';'
  decimal: '.' | ','
  newline: '\n' | '\r\n'
  /** An apostrophe before text that a spreadsheet would run as a formula. */
  isNeutralised: boolean
}

/** Characters that make a spreadsheet read a text as a formula, wide forms included (OWASP, CSV injection). */
const formulaStart = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

const pieceLength = 1 << 16

/** The file in pieces; throws RangeError after the last row when their number is not the expected one. */
export async function* writeCsv(table: Table, dialect: CsvDialect): AsyncGenerator<string> {
  const formatRow = rowFormatter(dialect)
  let piece = (dialect.hasByteOrderMark ? '\uFEFF' : '') + formatRow(table.columns)
  let written = 0
  for await (const rows of table.batches) {
    for (const row of rows) {
      piece += formatRow(row)
      if (piece.length < pieceLength) continue
      yield piece
      piece = ''
    }
    written += rows.length
  }
  requireRows(table, written)
  yield piece
}

function rowFormatter(dialect: CsvDialect): (row: Row) => string {
  const { separator, newline, decimal, isNeutralised } = dialect
  const needsQuotes = separator === ',' ? /[",\r\n]/ : /[";\r\n]/
  const formatText = (value: string): string => {
    const text = isNeutralised && formulaStart.test(value) ? `'${value}` : value
    return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const formatNumber = (value: number): string =>
    decimal === ',' && !Number.isInteger(value) ? String(value).replace('.', ',') : `${value}`
  const format = (value: Value): string =>
    typeof value === 'number' ? formatNumber(value) : value === null ? '' : formatText(value)
  return (row) => {
    let line = row.length > 0 ? format(row[0]!) : ''
    for (let at = 1; at < row.length; at++) line += separator + format(row[at]!)
    return line + newline
  }
}
