// Sheets of typed cells -> an XLSX file. The library writes cells and styles; what it leaves out is added here: the cached
// value of a formula (a phone shows no other), printing on A4 in the sheet's width, head rows repeated on every page,
// filters, and the wish that the program recalculates when it opens the file.
import writeExcelFile, { type Feature, type Image, type Cell as LibraryCell } from 'write-excel-file/node'
import { getCellAddress, sanitizeTextContent } from 'write-excel-file/utility'
import { type CellStyle, isFormula, type Sheet, type SheetCell } from '#lib/exports/sheet'

export const xlsxMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * The bytes of a workbook.
 *
 * @example
 * await writeXlsx([{ name: 'Kết quả', widths: [30, 12], headRows: 1, rows: [
 *   [{ value: 'Đơn vị', style: 'head' }, { value: 'Điểm', style: 'head' }],
 *   ['Xã Phước Hậu', { value: 82.5, format: formats.two }],
 *   ['Gấp đôi', { formula: 'B2*2', value: 165, format: formats.two }] ] }])
 *
 * Throws RangeError for a sheet that no spreadsheet program opens (name, size, a number that is not finite).
 */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  checkSheets(sheets)
  const written = sheets.map((sheet) => ({
    sheet: sheet.name,
    data: sheet.rows.map((row) => withHeight(row.map(libraryCell), heightOf(row, sheet.widths))),
    columns: sheet.widths.map((width) => ({ width })),
    stickyRowsCount: sheet.headRows ?? 0,
    stickyColumnsCount: sheet.headColumns ?? 0,
    showGridLines: false,
  }))
  const options = { fontFamily: 'Times New Roman', fontSize: 11, features: [additions(sheets)] }
  return new Uint8Array(await writeExcelFile(written, options).toBuffer())
}

const line = { borderColor: '#c9ced6', borderStyle: 'thin' } as const

const styles: Record<CellStyle, Record<string, unknown>> = {
  title: { fontWeight: 'bold', fontSize: 15, textColor: '#12395b' },
  head: {
    fontWeight: 'bold',
    backgroundColor: '#dfe9f2',
    textColor: '#12395b',
    wrap: true,
    alignVertical: 'center',
    ...line,
  },
  input: { backgroundColor: '#fff6d6', ...line },
  choice: { backgroundColor: '#fff6d6', align: 'left', indent: 1, ...line },
  strong: { fontWeight: 'bold', ...line },
  text: { wrap: true, alignVertical: 'top', ...line },
  label: { align: 'left', indent: 1, ...line },
  note: { wrap: true, alignVertical: 'top' },
  withheld: { fontStyle: 'italic', textColor: '#6b7280', align: 'right', ...line },
}

/** Points of one line of each style that is not the usual one line high. */
const lineHeights: Partial<Record<CellStyle, number>> = { title: 21, head: 15, text: 15, note: 15 }

/** Programs other than Excel do not grow a row for its words: the height is reckoned from the widths. */
function heightOf(row: readonly SheetCell[], widths: readonly number[]): number | undefined {
  const heights = row.map((cell, at) => {
    if (typeof cell !== 'object' || cell === null || !cell.style || typeof cell.value !== 'string') return 0
    const line = lineHeights[cell.style] ?? 0
    if (cell.style === 'title') return line
    return line * Math.ceil((cell.value.length * 0.9) / Math.max(1, (widths[at] ?? 10) - 1))
  })
  const height = Math.max(0, ...heights)
  return height > 15 ? Math.min(height, 409) : undefined
}

function withHeight(row: LibraryCell[], height: number | undefined): LibraryCell[] {
  const [first, ...rest] = row
  if (height === undefined) return row
  return [{ ...(first as object), height } as LibraryCell, ...rest]
}

function libraryCell(cell: SheetCell): LibraryCell {
  if (cell === null) return null
  if (typeof cell !== 'object') return { value: cell, ...line, ...kind(cell) }
  const style = cell.style ? styles[cell.style] : line
  const format = cell.format ? { format: cell.format } : {}
  if (isFormula(cell)) return { ...style, ...format, type: 'Formula', value: cell.formula }
  // an empty cell keeps its look; the library takes no format without a value
  return cell.value === null ? { ...style } : { ...style, ...format, value: cell.value, ...kind(cell.value) }
}

const kind = (value: string | number) => (typeof value === 'number' ? { type: Number } : { type: String })

/** What the library does not write, put into its XML in the order that the format prescribes. */
function additions(sheets: readonly Sheet[]): Feature<Image['content']> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => completeSheet(xml, sheets[sheetIndex]!),
        },
        'xl/workbook.xml': {
          transform: (xml) =>
            xml
              .replace(/<definedNames\s*\/>|<definedNames>\s*<\/definedNames>/, printTitles(sheets))
              .replace(/<calcPr\s*\/>/, '<calcPr calcId="191029" fullCalcOnLoad="1"/>'),
        },
      },
    },
  }
}

function completeSheet(xml: string, sheet: Sheet): string {
  const head = sheet.headRows ?? 0
  const last = getCellAddress(sheet.rows.length - 1, sheet.widths.length - 1)
  const filter = sheet.hasFilter
    ? `<autoFilter ref="${getCellAddress(Math.max(0, head - 1), 0)}:${last}"/>`
    : ''
  const print =
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${sheet.isWide ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>` +
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P/&amp;N</oddFooter></headerFooter>'
  return xml
    .replace(/(<worksheet [^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(/<sheetData\s*\/>|<\/sheetData>/, (end) => `${end}${filter}${print}`)
    .replace(/<c r="([A-Z]+)(\d+)"([^>]*)>(<f>[^<]*<\/f>)/g, (whole, column, row, look, formula) => {
      const cell = sheet.rows[row - 1]?.[columnIndex(column)] ?? null
      if (!isFormula(cell) || cell.value === null) return whole
      const isText = typeof cell.value === 'string'
      const value = isText ? sanitizeTextContent(cell.value as string) : cell.value
      return `<c r="${column}${row}"${look}${isText ? ' t="str"' : ''}>${formula}<v>${value}</v>`
    })
}

function columnIndex(letters: string): number {
  let index = 0
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

function printTitles(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap((sheet, at) =>
    sheet.headRows
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${sanitizeTextContent(`'${sheet.name.replaceAll("'", "''")}'!$1:$${sheet.headRows}`)}</definedName>`,
        ]
      : [],
  )
  return names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''
}

const limits = { rows: 1_048_576, columns: 16_384, text: 32_767, formula: 8_192 }

function checkSheets(sheets: readonly Sheet[]): void {
  const names = sheets.map(({ name }) => name.toLowerCase())
  if (sheets.length === 0 || new Set(names).size < names.length)
    throw new RangeError('A workbook needs sheets with different names')
  for (const { name, rows, widths } of sheets) {
    if (!/^[^[\]/\\:*?]{1,31}$/.test(name) || /^'|'$/.test(name))
      throw new RangeError(`No sheet can be called “${name}”`)
    if (rows.length > limits.rows || widths.length > limits.columns)
      throw new RangeError(`The sheet “${name}” has more cells than a spreadsheet can hold`)
    for (const cell of rows.flat()) checkCell(cell, name)
  }
}

function checkCell(cell: SheetCell, sheet: string): void {
  const value = typeof cell === 'object' && cell !== null ? cell.value : cell
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`The sheet “${sheet}” has a number that is not finite`)
  if (typeof value === 'string' && value.length > limits.text)
    throw new RangeError(`The sheet “${sheet}” has a text of more than ${limits.text} characters`)
  if (isFormula(cell) && (cell.formula.startsWith('=') || cell.formula.length > limits.formula))
    throw new RangeError(`The sheet “${sheet}” has a formula that is too long or starts with “=”`)
}
