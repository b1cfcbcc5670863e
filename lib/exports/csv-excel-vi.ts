// CSV for an Excel with Vietnamese regional settings: there a comma is the decimal sign, and "12.5" would turn into the
// 12th of May. So semicolons part the columns and numbers carry a comma.
import type { ExportFormat } from '#lib/exports/export-format'
import { writeCsv } from '#lib/exports/write-csv'

export const csvExcelVi: ExportFormat = {
  name: 'csv-excel-vi',
  title: { vi: 'CSV cho Excel tiếng Việt (dấu chấm phẩy)', en: 'CSV for Vietnamese Excel (semicolon)' },
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  write: (table) =>
    writeCsv(table, {
      hasByteOrderMark: true,
      separator: ';',
      decimal: ',',
      newline: '\r\n',
      isNeutralised: true,
    }),
}
