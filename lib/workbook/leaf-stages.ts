// Stages 2 and 3: what was measured for a leaf, and its share of full marks by the rules of the criterion in their order:
// points, direction, place among the units, conversion. What no formula can say is written as a value, and named.
import { type Expression, parseExpression } from '#lib/definitions/expression'
import type { IndexFile } from '#lib/definitions/index-file'
import { formats, type Sheet, type SheetCell } from '#lib/exports/sheet'
import { inLanguage } from '#lib/surveys/local-text'
import type { Line } from '#lib/workbook/lines'
import { type Model, stageSheet } from '#lib/workbook/model'
import { figureOf, type RawPlace, type RawSheets } from '#lib/workbook/raw-sheet'
import type { RuleBook } from '#lib/workbook/rule-book'
import { conversionRule, goalpostRule, placeRule, type Rule, sourceRule } from '#lib/workbook/rule-formula'
import { stageTitles } from '#lib/workbook/words'
import { keyOf } from '#lib/workbook/workbook-input'

export type TreeSettings = { minimumAnswers: string; minimumShare: string }

export type LeafStages = {
  sheets: Sheet[]
  /** Leaves written as values where every number could be seen, by line. */
  valuesOnly: Line[]
}

type Heads = { code: string; criterion: string }

export function leafStages(
  model: Model,
  raw: RawSheets,
  book: RuleBook,
  settings: ReadonlyMap<string, TreeSettings>,
  heads: Heads,
): LeafStages {
  const valuesOnly: Line[] = []
  const rules = new Map<Line, Rule | null>()
  for (const line of model.lines) {
    if (!line.source) continue
    book.begin(line.code, inLanguage(line.name, model.language))
    const rule = ruleOfLine(model, line, book)
    rules.set(line, rule)
    if (!rule) valuesOnly.push(line)
  }
  const valid = (line: Line, unit: number) => validCell(model, line, unit, raw, settings.get(line.tree)!)
  const full = (line: Line, unit: number) => fullCell(model, line, unit, rules.get(line) ?? null)
  const sheet = (name: 'valid' | 'full') => ({
    name: model.names[name],
    title: stageTitles[name][model.language],
    format: formats.four,
    ...heads,
  })
  return {
    sheets: [stageSheet(model, sheet('valid'), valid), stageSheet(model, sheet('full'), full)],
    valuesOnly,
  }
}

function validCell(
  model: Model,
  line: Line,
  unit: number,
  raw: RawSheets,
  settings: TreeSettings,
): SheetCell {
  const { source } = line
  if (!source) return null
  const { marks } = model
  const fixed = model.fixed(line, unit)
  const score = model.scoreOf(line, unit)
  const mark = model.shareOrMark(line, unit)
  const measured = line.role === 'part' ? score.share : score.measured
  if (fixed !== undefined) return typeof fixed === 'string' ? fixed : null
  const place = raw.places.get(line)
  if (place?.kind === 'figure') {
    const x = raw.at(place.row, unit)
    const value = figureOf(model, line, unit) ?? marks.missing
    return { formula: `IF(${x}="","${marks.missing}",${x})`, value }
  }
  if (place?.kind === 'answers' && model.units[unit]!.questions.has(keyOf(line.tree, line.code))) {
    const value = measured ?? mark
    const isConverted = line.role === 'part' && 'conversion' in source && source.conversion !== undefined
    return {
      formula: answersFormula(model, line, unit, raw, place, settings.minimumAnswers),
      value: isConverted ? null : value,
    }
  }
  if ('index' in source) {
    const other = otherLine(model, line)
    if (other) return { formula: model.grid.at('whole', other, unit), value: score.parts[0]?.share ?? mark }
  }
  if ('expression' in source)
    return { formula: expressionFormula(model, line, unit), value: measured ?? mark }
  return isConvertedUnseen(model, line, unit) ? null : (measured ?? mark)
}

/** Of a converted part only the result is known where its answers are not told: it stands in stage 3, as a value. */
function isConvertedUnseen(model: Model, line: Line, unit: number): boolean {
  const { source, role, tree, code } = line
  if (role !== 'part' || !source || !('conversion' in source) || !source.conversion) return false
  if ('index' in source) return otherLine(model, line) === undefined
  return !model.units[unit]!.questions.has(keyOf(tree, code))
}

/** Share of full marks in the answers, as one pool or question by question. */
function answersFormula(
  { marks }: Model,
  { source }: Line,
  unit: number,
  raw: RawSheets,
  { people, questions }: Extract<RawPlace, { kind: 'answers' }>,
  minimum: string,
): string {
  const n = raw.at(people, unit)
  const share = (first: number, last: number) => {
    const counts = raw.range(first, last, unit)
    return { counts, ratio: `SUMPRODUCT(${raw.points(first, last)},${counts})/SUM(${counts})` }
  }
  const all = share(questions[0]!.first, questions.at(-1)!.last)
  let value = all.ratio
  if ('pooling' in source! && source.pooling === 'questions' && questions.length > 1) {
    const parts = questions.map(({ first, last }) => share(first, last))
    const sum = parts.map(({ counts, ratio }) => `IF(SUM(${counts})>0,${ratio},0)`).join('+')
    const count = parts.map(({ counts }) => `IF(SUM(${counts})>0,1,0)`).join('+')
    value = `(${sum})/(${count})`
  }
  const few = `IF(${n}=0,"${marks.missing}","${marks.few}")`
  return `IF(OR(${n}=0,${n}<${minimum}),${few},IF(SUM(${all.counts})>0,${value},"${marks.missing}"))`
}

/** The line of another index that this one reads, where that index is written out. */
function otherLine({ lines, others }: Model, { source }: Line): Line | undefined {
  if (!source || !('index' in source)) return undefined
  const tree = `${source.index}.v${source.version}`
  if (!others.has(tree)) return undefined
  return lines.find(
    (line) => line.tree === tree && line.role !== 'part' && line.code === (source.criterion ?? source.index),
  )
}

function expressionFormula(model: Model, line: Line, unit: number): string {
  const parts = [...line.parts.values()].map((part) => model.grid.at('full', part, unit))
  const source = line.source as { expression: string }
  const value = writeExpression(parseExpression(source.expression), (name) =>
    model.grid.at('full', line.parts.get(name)!, unit),
  )
  const whole = `IFERROR(MIN(1,MAX(0,${value})),"${model.marks.missing}")`
  return parts.reduceRight((rest, part) => `IF(ISTEXT(${part}),${part},${rest})`, whole)
}

function writeExpression(expression: Expression, refer: (name: string) => string): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value).toUpperCase()
    case 'name':
      return refer(expression.name)
    case 'operation':
      return `(${writeExpression(expression.left, refer)}${expression.sign}${writeExpression(expression.right, refer)})`
    case 'choice':
      return `${expression.which.toUpperCase()}(${expression.of.map((one) => writeExpression(one, refer)).join(',')})`
  }
}

function fullCell(model: Model, line: Line, unit: number, rule: Rule | null): SheetCell {
  if (!line.source) return null
  const fixed = model.fixed(line, unit)
  if (fixed !== undefined) return fixed
  const value = model.shareOrMark(line, unit)
  const isAmongOthers = Boolean(line.criterion?.normalise) && isPlaced(line)
  if (!rule || (isAmongOthers && model.units[unit]!.isTotal) || isConvertedUnseen(model, line, unit))
    return value
  const x = model.grid.at('valid', line, unit)
  const isZero = 'entered' in line.source && indexOf(model, line).missing === 'zero'
  const full = rule(x)
  if (full === x && !isZero) return { formula: x, value }
  const condition = isZero ? `OR(ISNUMBER(${x}),${x}="${model.marks.missing}")` : `ISNUMBER(${x})`
  return { formula: `IF(${condition},${full},${x})`, value }
}

const indexOf = ({ index, others }: Model, { tree }: Line): IndexFile => (tree ? others.get(tree)! : index)

const isPlaced = ({ criterion }: Line) => criterion!.normalise!.method !== 'goalposts'

/** All rules of a leaf in their order; null where it must be a value. */
function ruleOfLine(model: Model, line: Line, book: RuleBook): Rule | null {
  const { language } = model
  const source = line.source!
  const points = sourceRule(source, book, language)
  const isZero = 'entered' in source && indexOf(model, line).missing === 'zero'
  const first: Rule = isZero ? (x) => `IF(ISNUMBER(${x}),${points(x)},0)` : points
  const turn = directionRule(model, line, book, points('x') !== 'x' || isZero)
  if (!turn) return null
  const convert = conversionRule(source, book, language)
  return (x) => convert(turn(first(x)))
}

function directionRule(model: Model, line: Line, book: RuleBook, isRuled: boolean): Rule | null {
  const { criterion } = line
  const { normalise, direction } = criterion ?? {}
  if (criterion && 'treat' in criterion) return null
  if (!normalise) return direction === 'lower' ? (x) => `(1-${x})` : (x) => x
  if (normalise.method === 'goalposts') return goalpostRule(normalise, book, model.language)
  const own = model.units.map((_, unit) => unit).slice(0, model.ownUnits)
  const isSeen = own.every((unit) => model.fixed(line, unit) === undefined)
  if (isRuled || !model.isWhole || !isSeen) return null
  const range = model.grid.across('valid', line, model.ownUnits)
  const place = placeRule(line, range, book, model.language)
  if (!place) return null
  return (x) => `IF(MAX(${range})>MIN(${range}),${place(x)},"${model.marks.missing}")`
}
