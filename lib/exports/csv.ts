// Plain CSV for R, pandas, Stata and other programs: texts exactly as they were answered, no mark, no apostrophes.
import type { ExportFormat } from '#lib/exports/export-format'
import { writeCsv } from '#lib/exports/write-csv'

export const csv: ExportFormat = {
  name: 'csv',
  title: { vi: 'CSV (R, Python, SPSS)', en: 'CSV (R, Python, SPSS)' },
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  write: (table) =>
    writeCsv(table, {
      hasByteOrderMark: false,
      separator: ',',
      decimal: '.',
      newline: '\n',
      isNeutralised: false,
    }),
}
