// CSV that Excel opens with Vietnamese letters intact: a byte order mark in front, and no text that could run as a formula.
import type { ExportFormat } from '#lib/exports/export-format'
import { writeCsv } from '#lib/exports/write-csv'

export const csvExcel: ExportFormat = {
  name: 'csv-excel',
  title: { vi: 'CSV cho Excel (dấu phẩy)', en: 'CSV for Excel (comma)' },
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  write: (table) =>
    writeCsv(table, {
      hasByteOrderMark: true,
      separator: ',',
      decimal: '.',
      newline: '\r\n',
      isNeutralised: true,
    }),
}
