// What the columns of a spreadsheet are called: their heads, or their letters where the head is empty.
import type { XlsxValue } from '#lib/imports/read-xlsx'

/** ["Họ tên", null] -> ["Họ tên", "B"]. */
export const columnNames = (head: readonly XlsxValue[]): string[] =>
  head.map((text, at) => String(text ?? '').trim() || columnLetter(at))

const columnLetter = (at: number): string =>
  (at >= 26 ? columnLetter(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
