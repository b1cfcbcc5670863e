// A file with one table -> its rows, whether it is a spreadsheet (.xlsx, first sheet) or text with commas, semicolons or tabs.
import Papa from 'papaparse'
import { readXlsx, type XlsxValue } from '#lib/imports/read-xlsx'
import type { Sentence } from '#lib/problem'

export type Rows = readonly (readonly XlsxValue[])[]

/** The first row is the head. Text must be UTF-8. */
export async function readRows(bytes: Uint8Array): Promise<{ rows: Rows } | { fault: Sentence }> {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  const isOldOffice = bytes[0] === 0xd0 && bytes[1] === 0xcf
  if (isArchive || isOldOffice || bytes.length === 0) {
    const read = await readXlsx(bytes)
    return 'fault' in read ? read : { rows: read.sheets[0]?.rows ?? [] }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC')
    const { data } = Papa.parse<string[]>(text, { skipEmptyLines: false })
    return { rows: data.map((row) => row.map((value) => value.trim() || null)) }
  } catch {
    return { fault: noText }
  }
}

const noText: Sentence = {
  vi: 'Tệp không phải bảng tính .xlsx, cũng không phải văn bản UTF-8. Hãy lưu dạng “Excel Workbook (.xlsx)” hoặc “CSV UTF-8”, rồi gửi lại.',
  en: 'The file is neither an .xlsx spreadsheet nor UTF-8 text. Save it as “Excel Workbook (.xlsx)” or “CSV UTF-8” and send it again.',
}
