// Everything about lines and units that the sheets of a workbook ask: the score of a line, and whether its number may be a
// formula. The surprise: where the page shows something else than what the figures at hand come to (hidden, or frozen
// before late answers came in), the page's word stands there as it is.
import type { Sheet, SheetCell } from '#lib/exports/sheet'
import type { Cell } from '#lib/scoring/cell'
import type { Score } from '#lib/scoring/score'
import { type Grid, makeGrid } from '#lib/workbook/grid'
import { type Line, listLines, scoresByLine } from '#lib/workbook/lines'
import { type Marks, marks, type SheetNames, sheetNames } from '#lib/workbook/words'
import type { WorkbookInput, WorkbookUnit } from '#lib/workbook/workbook-input'

export type Model = WorkbookInput & {
  lines: Line[]
  names: SheetNames
  marks: Marks
  grid: Grid
  /** Units that are no total: they stand first. */
  ownUnits: number
  scoreOf(line: Line, unit: number): Score
  /** What stands instead of a formula; undefined: a formula. */
  fixed(line: Line, unit: number): number | string | undefined
  /** Share of full marks, or the mark instead. */
  shareOrMark(line: Line, unit: number): number | string
}

export function makeModel(input: WorkbookInput): Model {
  const lines = listLines(input.index, input.others)
  const names = sheetNames[input.language]
  const own = marks[input.language]
  const scores = input.units.map((unit) => scoresOf(lines, unit))
  const fixed = input.units.map((unit, at) => fixedOf(lines, unit, scores[at]!, own))
  const scoreOf = (line: Line, unit: number) => scores[unit]!.get(line)!
  return {
    ...input,
    lines,
    names,
    marks: own,
    grid: makeGrid(names),
    ownUnits: input.units.filter(({ isTotal }) => !isTotal).length,
    scoreOf,
    fixed: (line, unit) => fixed[unit]!.get(line),
    shareOrMark: (line, unit) =>
      fixed[unit]!.get(line) ?? scoreOf(line, unit).share ?? markOf(scoreOf(line, unit), own),
  }
}

export function markOf({ status }: Score, own: Marks): string {
  if (status === 'not-applicable') return own.none
  return status === 'too-few' ? own.few : own.missing
}

function scoresOf(lines: readonly Line[], unit: WorkbookUnit): Map<Line, Score> {
  const found = new Map<Line, Score>()
  for (const line of lines)
    if (line.role === 'index') scoresByLine(line, line.tree ? unit.others.get(line.tree)! : unit.score, found)
  return found
}

/** Two numbers that differ by less are the same number in other bits. */
const tolerance = 1e-9

function fixedOf(lines: readonly Line[], unit: WorkbookUnit, scores: Map<Line, Score>, own: Marks) {
  const cells = new Map(unit.cells.map((cell) => [cell.criterion, cell]))
  const fixed = new Map<Line, number | string>()
  const fix = (line: Line, word: number | string | undefined) => {
    if (word === undefined) return
    fixed.set(line, word)
    for (const part of line.parts.values()) fix(part, own.hidden)
  }
  for (const line of lines)
    if (line.tree === '' && line.role !== 'part')
      fix(line, wordOfPage(scores.get(line)!, cells.get(line.code), own.hidden))
  // What is shown above a hidden number cannot be computed from it here: it stands as the page has it.
  for (const line of [...lines].reverse())
    if (
      !fixed.has(line) &&
      line.children.some((child) => child.role !== 'shown' && fixed.get(child) === own.hidden)
    )
      fixed.set(line, scores.get(line)!.share ?? markOf(scores.get(line)!, own))
  return fixed
}

function wordOfPage({ share }: Score, cell: Cell | undefined, hidden: string): number | string | undefined {
  if (!cell || cell.value === null) return share === null ? undefined : hidden
  const shown = cell.maximum ? cell.value / cell.maximum : 0
  return share !== null && Math.abs(share - shown) <= tolerance ? undefined : shown
}

/** A sheet with a number for each line and unit. */
export function stageSheet(
  model: Model,
  sheet: { name: string; title: string; format: string; code: string; criterion: string },
  cellOf: (line: Line, unit: number) => SheetCell,
): Sheet {
  const head = (value: string) => ({ value, style: 'head' as const })
  return {
    name: sheet.name,
    widths: [codeWidth(model.lines), 46, ...model.units.map(() => 13)],
    headRows: 2,
    headColumns: 2,
    isWide: true,
    rows: [
      [{ value: sheet.title, style: 'title' }],
      [head(sheet.code), head(sheet.criterion), ...model.units.map(({ name }) => head(name))],
      ...model.lines.map((line) => [
        line.tree && line.role === 'index' ? line.tree : line.code,
        nameCell(model, line),
        ...model.units.map((_, unit) => formatted(cellOf(line, unit), sheet.format, line)),
      ]),
    ],
  }
}

/** Wide enough for the codes, in characters. */
export const codeWidth = (lines: readonly Line[]): number =>
  Math.min(32, 2 + Math.max(10, ...lines.map(({ code }) => code.length)))

/** The name, moved to the right by its level. */
export function nameCell({ language }: Model, line: Line): SheetCell {
  const text = `${'   '.repeat(line.level)}${line.name[language] ?? line.name.vi}`
  return line.level === 0 ? { value: text, style: 'strong' } : text
}

function formatted(cell: SheetCell, format: string, line: Line): SheetCell {
  if (cell === null) return null
  if (typeof cell === 'string') return { value: cell, style: 'withheld' }
  const look = line.level === 0 ? { format, style: 'strong' as const } : { format }
  return typeof cell === 'number' ? { value: cell, ...look } : { ...look, ...cell }
}
