// A sheet of a workbook as data, before it is a file: typed cells, widths, a head that stays in sight. Text is always text:
// what a citizen or an officer typed is never read as a formula, only a cell with `formula` is one.

/** How a cell looks. `text` and `note` are words that may take several lines, with and without a border; `label` is a
 * word beside numbers; `input` is a number that the reader may change, `choice` such a word, `withheld` a number that must
 * not be shown. */
export type CellStyle =
  | 'title'
  | 'head'
  | 'input'
  | 'choice'
  | 'strong'
  | 'label'
  | 'text'
  | 'note'
  | 'withheld'

/** Number formats in the notation of spreadsheets; the program shows them with the reader's decimal sign. */
export const formats = {
  integer: '#,##0',
  two: '#,##0.00',
  four: '#,##0.0000',
  percent: '0.0%',
  day: 'dd/mm/yyyy',
} as const

export type SheetCell =
  | string
  | number
  | null
  | { value: string | number | null; format?: string; style?: CellStyle }
  | FormulaCell

/** `formula` is without the equals sign, with English names and commas; `value` is what it comes to, shown until the
 * program recalculates and wherever a program never does (a phone's preview). */
export type FormulaCell = {
  formula: string
  value: string | number | null
  format?: string
  style?: CellStyle
}

export type Sheet = {
  /** At most 31 characters, none of []/\:*?, different from the other sheets' names. */
  name: string
  /** Width of each column in characters. */
  widths: readonly number[]
  rows: readonly (readonly SheetCell[])[]
  /** Rows from the top that stay in sight and are printed on every page. */
  headRows?: number
  /** Columns from the left that stay in sight. */
  headColumns?: number
  /** Buttons to filter by, on the last of the head rows. */
  hasFilter?: boolean
  /** Printed across instead of upright. */
  isWide?: boolean
}

/** A whole file: its name without ending, and its sheets. */
export type Workbook = { name: string; sheets: readonly Sheet[] }

export const isFormula = (cell: SheetCell): cell is FormulaCell =>
  typeof cell === 'object' && cell !== null && 'formula' in cell
