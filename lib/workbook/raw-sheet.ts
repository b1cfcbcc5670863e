// Stage 1: the answers behind every leaf, option by option, and the figures that were entered or published. Whoever changes a
// yellow cell here changes everything that follows. Plain numbers of people stand in a sheet of their own where the
// sample gives people different weights.
import { formats, type Sheet, type SheetCell } from '#lib/exports/sheet'
import type { CountedQuestion } from '#lib/scoring/score-answers'
import { inLanguage } from '#lib/surveys/local-text'
import { columnName, headRows, quote, rawHeads } from '#lib/workbook/grid'
import type { Line } from '#lib/workbook/lines'
import { codeWidth, type Model } from '#lib/workbook/model'
import { stageTitles } from '#lib/workbook/words'
import { keyOf } from '#lib/workbook/workbook-input'

/** Where the raw figures of a line stand; rows are those of the sheet, from 1. */
export type RawPlace =
  | { kind: 'figure'; row: number }
  | { kind: 'answers'; people: number; questions: { first: number; last: number }[] }

export type RawSheets = {
  places: ReadonlyMap<Line, RawPlace>
  sheets: Sheet[]
  /** Reference to a unit's cell in a row. */
  at: (row: number, unit: number) => string
  /** The points of the options in some rows. */
  points: (first: number, last: number) => string
  range: (first: number, last: number, unit: number) => string
}

const texts = {
  vi: {
    heads: ['Mã', 'Tiêu chí', 'Số liệu', 'Điểm (0–1)'],
    people: 'Số người trả lời hợp lệ',
    entered: 'Số liệu nhập',
    published: 'Điểm công bố',
  },
  en: {
    heads: ['Code', 'Criterion', 'Figure', 'Points (0–1)'],
    people: 'People with a valid answer',
    entered: 'Entered figure',
    published: 'Published score',
  },
}

export function rawSheets(model: Model): RawSheets {
  const { language, names, units } = model
  const places = new Map<Line, RawPlace>()
  const rows: SheetCell[][] = []
  const people: SheetCell[][] = []
  const column = (unit: number) => columnName(rawHeads + unit)
  const sheet = quote(names.raw)
  const push = (head: SheetCell[], cells: SheetCell[], plain: SheetCell[]) => {
    rows.push([...head, ...cells])
    people.push([...head, ...plain])
    return rows.length + headRows
  }
  for (const line of model.lines) {
    const { source } = line
    if (!source) continue
    const name = inLanguage(line.name, language)
    if ('entered' in source || 'external' in source) {
      const unit = 'entered' in source ? source.entered.unit : undefined
      const label = 'entered' in source ? texts[language].entered : texts[language].published
      const head = [line.code, name, unit ? `${label} (${inLanguage(unit, language)})` : label, null]
      const cells = units.map((_, at) => ({ value: figureOf(model, line, at), style: 'input' as const }))
      places.set(line, { kind: 'figure', row: push(head, cells, cells) })
    }
    if ('form' in source) {
      const place = pushAnswers(model, line, push)
      if (place) places.set(line, place)
    }
  }
  const isWeighted = units.some(({ questions }) =>
    [...questions.values()].some((all) => all.some(hasWeights)),
  )
  return {
    places,
    sheets: [rawSheet(model, 'raw', rows), ...(isWeighted ? [rawSheet(model, 'people', people)] : [])],
    at: (row, unit) => `${sheet}!${column(unit)}${row}`,
    points: (first, last) => `${sheet}!$D$${first}:$D$${last}`,
    range: (first, last, unit) => `${sheet}!${column(unit)}${first}:${column(unit)}${last}`,
  }
}

const hasWeights = ({ values }: CountedQuestion) =>
  values.some(({ n, weighted }) => Math.abs(n - weighted) > 1e-9)

/** What stands in the cell: a figure, the mark for what does not apply, or nothing. */
export function figureOf(
  { units, marks }: Model,
  { source, tree, code }: Line,
  unit: number,
): number | string | null {
  const { entered, published } = units[unit]!
  if (source && 'external' in source) {
    const { series, part } = source.external
    return published.get(part ? `${series}.${part}` : series) ?? null
  }
  const figure = entered.get(tree)?.get(code)
  return figure === 'not-applicable' ? marks.none : (figure ?? null)
}

type Push = (head: SheetCell[], cells: SheetCell[], plain: SheetCell[]) => number

/** Null where no unit's answers may be told. */
function pushAnswers(model: Model, line: Line, push: Push): RawPlace | null {
  const { language, units } = model
  const told = units.map(({ questions }) => questions.get(keyOf(line.tree, line.code)))
  const asked = told.find((questions) => questions && questions.length > 0)
  if (!asked) return null
  const name = inLanguage(line.name, language)
  const hidden = { value: model.marks.hidden, style: 'withheld' as const }
  const n = units.map(
    (_, unit): SheetCell =>
      told[unit] ? { value: model.scoreOf(line, unit).n, format: formats.integer } : hidden,
  )
  const people = push([line.code, name, texts[language].people, null], n, n)
  const first = people + 1
  let next = first
  const questions = asked.map(({ variable, values }, question) => {
    const start = next
    for (const [option, { value, points }] of values.entries()) {
      const label = variable.values.find((one) => one.value === value)?.label
      const item = `${inLanguage(variable.shortLabel ?? variable.label, language)}: ${label ? inLanguage(label, language) : value}`
      const cells = units.map((_, unit) => told[unit]?.[question]?.values[option])
      const shown = (column: 'weighted' | 'n') =>
        cells.map((cell, unit): SheetCell => {
          if (!cell) return told[unit] ? 0 : hidden
          const format = Number.isInteger(cell[column]) ? formats.integer : formats.two
          const row = next
          if (column === 'weighted' && isSum(model, told, unit))
            return { formula: sumOfUnits(model, row), value: cell[column], format }
          return column === 'n' ? { value: cell.n, format } : { value: cell.weighted, format, style: 'input' }
        })
      push([line.code, name, item, { value: points, style: 'input' }], shown('weighted'), shown('n'))
      next++
    }
    return { first: start, last: next - 1 }
  })
  return { kind: 'answers', people, questions }
}

/** All units together are the sum of the units where each of them is told. */
const isSum = ({ units, isWhole, ownUnits }: Model, told: unknown[], unit: number) =>
  isWhole && units[unit]!.isTotal && ownUnits > 0 && told.every((one) => one !== undefined)

function sumOfUnits({ ownUnits }: Model, row: number): string {
  return `SUM(${columnName(rawHeads)}${row}:${columnName(rawHeads + ownUnits - 1)}${row})`
}

function rawSheet(
  { names, language, units, lines }: Model,
  sheet: 'raw' | 'people',
  rows: SheetCell[][],
): Sheet {
  const head = (value: string) => ({ value, style: 'head' as const })
  return {
    name: names[sheet],
    widths: [codeWidth(lines), 34, 56, 9, ...units.map(() => 13)],
    headRows,
    headColumns: 3,
    isWide: true,
    hasFilter: true,
    rows: [
      [{ value: stageTitles[sheet][language], style: 'title' }],
      [...texts[language].heads, ...units.map(({ name }) => name)].map(head),
      ...rows,
    ],
  }
}
