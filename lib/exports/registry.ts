// Every download format. A new one is a file beside this and a line here; URL, menu and contract test follow.
import { csv } from '#lib/exports/csv'
import { csvExcel } from '#lib/exports/csv-excel'
import { csvExcelVi } from '#lib/exports/csv-excel-vi'
import type { ExportFormat } from '#lib/exports/export-format'
import { xlsx } from '#lib/exports/xlsx'

export const exportFormats: readonly ExportFormat[] = [csvExcel, csvExcelVi, csv, xlsx]

/** The format of that name, or undefined. */
export function findExportFormat(name: string): ExportFormat | undefined {
  return exportFormats.find((format) => format.name === name)
}
