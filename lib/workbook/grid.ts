// Where things stand: row and column of a line and a unit in each sheet, as references for formulas. All sheets with one
// number for each line and unit are laid out alike, so that row 12 is the same criterion in all of them.
import type { Line } from '#lib/workbook/lines'
import type { SheetNames } from '#lib/workbook/words'

/** Title and heads. */
export const headRows = 2
/** Columns before the units: in sheets of lines, and in those of raw figures. */
export const lineHeads = 2
export const rawHeads = 4

export type StageSheet =
  | 'valid'
  | 'full'
  | 'applicable'
  | 'weight'
  | 'measured'
  | 'weighted'
  | 'whole'
  | 'points'

/** "AB" for 27. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last
}

/** Row of a line in sheets of lines, from 1. */
export const rowOf = (line: Line): number => line.at + headRows + 1

export const quote = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`

export function makeGrid(names: SheetNames) {
  const column = (unit: number) => columnName(lineHeads + unit)
  return {
    /** A line's number of a unit in a stage. */
    at: (sheet: StageSheet, line: Line, unit: number) =>
      `${quote(names[sheet])}!${column(unit)}${rowOf(line)}`,
    /** The same for some lines, as arguments of SUM or COUNT: neighbours as a range. */
    list: (sheet: StageSheet, lines: readonly Line[], unit: number) =>
      runs(lines).map(([first, last]) => {
        // A single line is written as a range too: some programs count only in ranges.
        const start = `${quote(names[sheet])}!${column(unit)}${rowOf(first)}`
        return `${start}:${column(unit)}${rowOf(last)}`
      }),
    /** A line's numbers of all units but the total. */
    across: (sheet: StageSheet, line: Line, units: number) =>
      `${quote(names[sheet])}!$${column(0)}$${rowOf(line)}:$${column(units - 1)}$${rowOf(line)}`,
    /** Weight and maximum points of a line. */
    weight: (line: Line) => `${quote(names.scale)}!$E$${rowOf(line)}`,
    maximum: (line: Line) => `${quote(names.scale)}!$F$${rowOf(line)}`,
  }
}

export type Grid = ReturnType<typeof makeGrid>

/** First and last line of each run of neighbours. */
function runs(lines: readonly Line[]): [Line, Line][] {
  const found: [Line, Line][] = []
  for (const line of lines) {
    const run = found.at(-1)
    if (run && run[1].at + 1 === line.at) run[1] = line
    else found.push([line, line])
  }
  return found
}
