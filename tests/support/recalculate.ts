// A workbook computed again by a spreadsheet engine that is not ours (IronCalc), cell by cell against the values that our
// engine wrote beside the formulas.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { initSync, Model } from '@ironcalc/wasm'
import { isFormula, type Sheet, type SheetCell } from '#lib/exports/sheet'

const require = createRequire(import.meta.url)
initSync({ module: readFileSync(require.resolve('@ironcalc/wasm/wasm_bg.wasm')) })

export type Recalculated = {
  /** Formulas with a value to compare. */
  compared: number
  /** Largest difference of numbers. */
  largest: number
  /** Formulas that came to another text, to an error, or to a number that is off by more than 1e-9. */
  faults: string[]
  /** What a cell shows, by sheet name and place from 1. */
  shown: (sheet: string, row: number, column: number) => string
}

/** `changed`: cells that a reader overwrites first: [sheet, row, column, value], from 1. */
export function recalculate(
  sheets: readonly Sheet[],
  changed: readonly [string, number, number, number | string][] = [],
): Recalculated {
  const model = new Model('workbook', 'en', 'UTC', 'en')
  model.pauseEvaluation()
  const place = new Map(sheets.map(({ name }, at) => [name, at]))
  for (const [at, { name, rows }] of sheets.entries()) {
    if (at > 0) model.newSheet()
    model.renameSheet(at, name)
    for (const [row, cells] of rows.entries())
      for (const [column, cell] of cells.entries()) {
        const input = inputOf(cell)
        if (input !== '') model.setUserInput(at, row + 1, column + 1, input)
      }
  }
  for (const [sheet, row, column, value] of changed)
    model.setUserInput(place.get(sheet)!, row, column, String(value))
  model.newSheet()
  const scratch = sheets.length
  const asked: { cell: string; value: number; row: number }[] = []
  const faults: string[] = []
  const texts: { cell: string; value: string; at: [number, number, number] }[] = []
  for (const [at, { name, rows }] of sheets.entries())
    for (const [row, cells] of rows.entries())
      for (const [column, cell] of cells.entries()) {
        if (!isFormula(cell) || cell.value === null) continue
        const own = `'${name}'!R${row + 1}C${column + 1} =${cell.formula}`
        if (typeof cell.value === 'string')
          texts.push({ cell: own, value: cell.value, at: [at, row + 1, column + 1] })
        else {
          const reference = `'${name.replaceAll("'", "''")}'!${letters(column)}${row + 1}`
          asked.push({ cell: own, value: cell.value, row: asked.length + 1 })
          model.setUserInput(
            scratch,
            asked.length,
            1,
            `=IF(ISNUMBER(${reference}),(${reference}-(${cell.value}))*1000000,"no number")`,
          )
        }
      }
  model.resumeEvaluation()
  model.evaluate()
  const show = (sheet: number, row: number, column: number) => model.getFormattedCellValue(sheet, row, column)
  let largest = 0
  for (const { cell, value, row } of asked) {
    const difference = Number(show(scratch, row, 1))
    if (Number.isNaN(difference)) faults.push(`${cell}: ${show(scratch, row, 1)} instead of ${value}`)
    else largest = Math.max(largest, Math.abs(difference) / 1e6)
    if (Math.abs(difference) / 1e6 > 1e-9) faults.push(`${cell}: off by ${difference / 1e6} from ${value}`)
  }
  for (const { cell, value, at } of texts)
    if (show(...at) !== value) faults.push(`${cell}: ${show(...at)} instead of ${value}`)
  return {
    compared: asked.length + texts.length,
    largest,
    faults,
    shown: (sheet, row, column) => show(place.get(sheet)!, row, column),
  }
}

function inputOf(cell: SheetCell): string {
  if (cell === null) return ''
  if (isFormula(cell)) return `=${cell.formula}`
  const value = typeof cell === 'object' ? cell.value : cell
  if (value === null) return ''
  return typeof value === 'number' ? String(value) : `'${value}`
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}
