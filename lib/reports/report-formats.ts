// The files a report can be had as. A new one is a writer and a line here; the address and the links follow.
import type { Report } from '#lib/reports/report'
import { writeDocx } from '#lib/reports/write-docx'
import { writeReportXlsx } from '#lib/reports/write-report-xlsx'

type ReportFormat = { mediaType: string; write(report: Report): Promise<Uint8Array> }

const office = 'application/vnd.openxmlformats-officedocument'

/** By the ending of the file. */
export const reportFormats: ReadonlyMap<string, ReportFormat> = new Map<string, ReportFormat>([
  ['docx', { mediaType: `${office}.wordprocessingml.document`, write: writeDocx }],
  ['xlsx', { mediaType: `${office}.spreadsheetml.sheet`, write: writeReportXlsx }],
])
