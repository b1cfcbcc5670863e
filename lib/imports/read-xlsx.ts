// A spreadsheet file -> its sheets as rows of text and numbers, or the sentence that says why it cannot be read. The bytes
// come from outside: they are unpacked with a limit, and the reach of the cells is measured before rows are made, because
// one cell in the last corner of a sheet would become 17 billion empty ones.
import { strFromU8, zipSync } from 'fflate'
import readExcelFile from 'read-excel-file/universal'
import { TooLargeError, unpackOfficeFile } from '#lib/imports/unpack-office-file'
import type { Sentence } from '#lib/problem'

/** Dates come as "2026-11-23", true and false as "TRUE" and "FALSE", formulas as the value they were saved with. */
export type XlsxValue = string | number | null
/** `rows[0]` is the first row of the sheet, empty ones included; all rows are equally long. */
export type XlsxSheet = { name: string; rows: readonly (readonly XlsxValue[])[] }

export const xlsxSizeLimit = 10 * 1024 * 1024
const unpackedLimit = 100 * 1024 * 1024
const cellLimit = 2_000_000

/** All sheets of an .xlsx file, in their order. */
export async function readXlsx(
  bytes: Uint8Array,
): Promise<{ sheets: readonly XlsxSheet[] } | { fault: Sentence }> {
  if (bytes.length === 0) return { fault: faults.empty }
  if (bytes.length > xlsxSizeLimit) return { fault: faults.tooLarge }
  if (isOldContainer(bytes)) return { fault: faults.oldOrLocked }
  try {
    const parts = await unpackOfficeFile(bytes, unpackedLimit)
    if (!parts.has('xl/workbook.xml')) return { fault: faults.notXlsx }
    for (const [path, part] of parts)
      if (path.startsWith('xl/worksheets/') && reach(strFromU8(part)) > cellLimit)
        return { fault: faults.tooManyCells }
    const sheets = await readExcelFile(storedAgain(parts), { trim: true })
    return {
      sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(plain)) })),
    }
  } catch (error) {
    return { fault: error instanceof TooLargeError ? faults.tooLarge : faults.broken }
  }
}

/** Office files before 2007 and files locked with a password share one container. */
const isOldContainer = (bytes: Uint8Array) => [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte)

/** An archive without compression: the reader sees what was measured, and nothing else. */
function storedAgain(parts: ReadonlyMap<string, Uint8Array>): ArrayBuffer {
  return zipSync(Object.fromEntries(parts), { level: 0 }).buffer as ArrayBuffer
}

/** Rows times columns that the sheet would take, wherever its cells say they stand. */
function reach(xml: string): number {
  let [row, column, rows, columns] = [0, 0, 0, 0]
  for (const [, tag, attributes] of xml.matchAll(/<(?:\w+:)?(row|c)(?=[\s/>])([^>]*)>/g)) {
    const place = /\sr\s*=\s*["']([A-Z]*)(\d+)["']/i.exec(attributes!)
    if (tag === 'row') {
      row = place ? Number(place[2]) : row + 1
      column = 0
    } else {
      column = place?.[1] ? columnNumber(place[1]) : column + 1
      if (place) row = Math.max(row, Number(place[2]))
    }
    rows = Math.max(rows, row)
    columns = Math.max(columns, column)
  }
  return rows * columns
}

const columnNumber = (letters: string) =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

function plain(value: unknown): XlsxValue {
  if (value === null || value === undefined || value === '') return null
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '')
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'number' ? value : String(value).normalize('NFC')
}

const faults = {
  empty: { vi: 'Tệp rỗng. Hãy chọn lại tệp.', en: 'The file is empty. Choose the file again.' },
  tooLarge: {
    vi: `Tệp quá lớn (tối đa ${xlsxSizeLimit / 1024 / 1024} MB, ${unpackedLimit / 1024 / 1024} MB sau khi mở nén). Hãy xoá hình ảnh và các trang tính không cần, rồi gửi lại.`,
    en: `The file is too large (at most ${xlsxSizeLimit / 1024 / 1024} MB, ${unpackedLimit / 1024 / 1024} MB unpacked). Remove pictures and sheets that are not needed and send it again.`,
  },
  oldOrLocked: {
    vi: 'Tệp là Excel đời cũ (.xls) hoặc có đặt mật khẩu. Hãy bỏ mật khẩu và lưu dạng “Excel Workbook (.xlsx)”, rồi gửi lại.',
    en: 'The file is an old Excel file (.xls) or locked with a password. Remove the password, save it as “Excel Workbook (.xlsx)” and send it again.',
  },
  notXlsx: {
    vi: 'Tệp không phải bảng tính .xlsx. Hãy mở bằng Excel hoặc LibreOffice và lưu dạng “Excel Workbook (.xlsx)”.',
    en: 'The file is no .xlsx spreadsheet. Open it with Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”.',
  },
  tooManyCells: {
    vi: `Trang tính trải quá rộng (hơn ${cellLimit.toLocaleString('vi')} ô). Có thể có ô thừa ở rất xa: hãy chép vùng dữ liệu sang một trang tính mới.`,
    en: `The sheet reaches too far (more than ${cellLimit.toLocaleString('en')} cells). There may be a stray cell far away: copy the data to a new sheet.`,
  },
  broken: {
    vi: 'Không đọc được tệp: tệp hỏng hoặc tải lên chưa hết. Hãy mở tệp bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx, rồi gửi lại.',
    en: 'The file cannot be read: it is broken or was not sent whole. Open it with Excel or LibreOffice, save it again as .xlsx and send it again.',
  },
} satisfies Record<string, Sentence>
