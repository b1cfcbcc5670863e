// A CSV file as rows with their line numbers. Excel writes what the country's settings say, so comma, semicolon and tab
// are all read; a decimal comma only where the comma does not part the columns.
import Papa from 'papaparse'
import type { BuildFault } from '#lib/composite/structure'

export type TextTable = {
  file: string
  columns: string[]
  rows: { line: number; cells: Record<string, string> }[]
  hasDecimalComma: boolean
}

/** The table and every fault of its outer shape. */
export function readTable(file: string, text: string): { table: TextTable; faults: BuildFault[] } {
  const { data, errors, meta } = Papa.parse<string[]>(text.replace(/^\uFEFF/, '').trimEnd(), {
    skipEmptyLines: false,
    delimitersToGuess: [',', ';', '\t'],
  })
  const [head = [], ...lines] = data
  const columns = head.map((name) => name.trim())
  const faults: BuildFault[] = errors
    .filter((error) => error.type === 'Quotes')
    .map((error) => ({
      where: `${file}, dòng ${(error.row ?? 0) + 1}`,
      vi: 'dấu nháy kép không khép; hãy sửa dấu nháy ở dòng này.',
      en: 'a double quote is not closed; mend the quotes of this line.',
    }))
  // A spreadsheet's "Unicode text" is UTF-16: read as UTF-8 it is full of zero bytes.
  if (text.includes('\u0000'))
    faults.push({
      where: file,
      vi: 'không phải văn bản UTF-8; hãy lưu lại dạng “CSV UTF-8”.',
      en: 'this is no UTF-8 text; save it as “CSV UTF-8”.',
    })
  for (const name of new Set(columns.filter((column, at) => columns.indexOf(column) !== at)))
    faults.push({
      where: `${file}, dòng 1`,
      vi: `cột “${name}” có hai lần; hãy đổi tên hoặc bỏ một cột.`,
      en: `column “${name}” appears twice; rename or remove one of them.`,
    })
  const rows: TextTable['rows'] = []
  for (const [at, line] of lines.entries()) {
    if (line.every((cell) => cell.trim() === '')) continue
    if (line.length !== columns.length)
      faults.push({
        where: `${file}, dòng ${at + 2}`,
        vi: `có ${line.length} ô, dòng đầu có ${columns.length} cột; hãy kiểm tra dấu phân cách.`,
        en: `${line.length} cells, but the head line has ${columns.length} columns; check the separators.`,
      })
    rows.push({
      line: at + 2,
      cells: Object.fromEntries(columns.map((column, place) => [column, (line[place] ?? '').trim()])),
    })
  }
  return { table: { file, columns, rows, hasDecimalComma: meta.delimiter !== ',' }, faults }
}

/** An empty cell and NA are gaps. */
export function isGap(cell: string | undefined): boolean {
  return cell === undefined || cell === '' || cell === 'NA'
}

/** The number of a cell: NaN for a gap, null for what is no number. */
export function readNumber(cell: string | undefined, hasDecimalComma: boolean): number | null {
  if (cell === undefined || isGap(cell) || cell === 'NaN') return Number.NaN
  const text = hasDecimalComma ? cell.replace(',', '.') : cell
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : null
}
