// A report as a workbook: its text on the first sheet, every table on a sheet of its own with numbers that stay numbers.
// Pictures are left out: a spreadsheet draws its own from the tables.
import { formats, type Sheet, type SheetCell } from '#lib/exports/sheet'
import { writeXlsx } from '#lib/exports/write-xlsx'
import { documentWords } from '#lib/reports/document-words'
import type { Block, Report, ReportCell, ReportTable } from '#lib/reports/report'

/** Characters that a table may be wide; its columns share them. The text is as wide as an upright page. */
const tableWidth = 110
const textWidth = 85

/** The bytes of the .xlsx file. The same words and numbers as in the other forms of the report. */
export function writeReportXlsx(report: Report): Promise<Uint8Array> {
  const blocks = [...report.blocks, ...report.annex]
  const tables = blocks.flatMap((block) => (block.type === 'table' ? [block.table] : []))
  return writeXlsx([textSheet(report, blocks), ...tables.map(tableSheet)])
}

/** "Bảng 3. Tự chấm …" stands on the sheet "Bảng 3". */
const sheetName = ({ caption }: ReportTable) => caption.split('.')[0]!.slice(0, 31)

function textSheet(report: Report, blocks: readonly Block[]): Sheet {
  const { letterhead: head, language, recipients, signature } = report
  const words = documentWords[language]
  const strong = (value: string): SheetCell => ({ value, style: 'title' })
  const note = (value: string): SheetCell => ({ value, style: 'note' })
  const lines: SheetCell[] = [
    ...[head.parent, head.agency].filter(Boolean).map((line) => note(line.toUpperCase())),
    note(words.state),
    note(words.motto),
    note(`${words.number} ${head.number}`),
    note(words.date(head.day, head.place)),
    strong(report.kind.toUpperCase()),
    strong(report.subject),
    ...(report.mark ? [note(report.mark)] : []),
    ...(report.addressees.length > 0 ? [note(`${words.to} ${report.addressees.join('; ')}.`)] : []),
    ...blocks.flatMap((block): SheetCell[] => {
      if (block.type === 'heading') return [strong(block.text)]
      if (block.type === 'paragraph') return [note(block.text)]
      if (block.type === 'list') return block.items.map((item) => note(`- ${item}`))
      if (block.type === 'chart') return []
      return [block.table.caption, block.table.note].flatMap((line) => (line ? [note(line)] : []))
    }),
    note([signature.authority, signature.position, signature.name].filter(Boolean).join(', ')),
    note(`${words.recipients} ${recipients.join('; ')}.`),
  ]
  return { name: report.kind, widths: [textWidth], rows: lines.map((line) => [line]) }
}

function tableSheet(table: ReportTable): Sheet {
  const { caption, columns, rows } = table
  const given = columns.reduce((sum, { share }) => sum + (share ?? 0), 0)
  const open = columns.filter(({ share }) => share === undefined).length
  return {
    name: sheetName(table),
    widths: columns.map(({ share }) => Math.max(6, Math.round(tableWidth * (share ?? (1 - given) / open)))),
    rows: [
      [{ value: caption, style: 'title' }],
      columns.map(({ head }) => ({ value: head, style: 'head' as const })),
      ...rows.map((row) => row.map(cellOf)),
    ],
    headRows: 2,
    hasFilter: true,
    isWide: columns.length > 6,
  }
}

/** A number is printed with as many decimals as in the report. */
function cellOf(cell: ReportCell): SheetCell {
  if (typeof cell === 'string') return { value: cell, style: 'text' }
  return { value: cell.value, format: /[.,]\d\d$/.test(cell.text) ? formats.two : formats.integer }
}
