// Turns one question of a SurveyJS JSON into ours: the only file that knows the question types. Cells of a table and the
// questions of a repeated panel are questions again, read by the same code.
import type {
  CellsQuestion,
  ChoosingQuestion,
  Element,
  ExpressionQuestion,
  GroupsQuestion,
  MatrixQuestion,
  Question,
  QuestionBase,
  Repetition,
  Row,
  SingleQuestion,
} from '#lib/surveys/form'
import { shown } from '#lib/surveys/known-properties'
import { readText } from '#lib/surveys/local-text'
import { readBoolean, readChoiceList, readItems, readRates } from '#lib/surveys/read-choices'
import { readEntry, readFields } from '#lib/surveys/read-entry'
import { readValidators } from '#lib/surveys/read-validators'
import { expression, isObject, type Json, list, positive, type Reading } from '#lib/surveys/reading'
import { rightAnswer } from '#lib/surveys/right-answer'

/** Reads the elements of a repeated panel; handed in, because they may hold panels. */
export type ReadElements = (json: unknown, path: string) => { elements: Element[]; questions: Question[] }

/** Reads one question; its properties have been reported already. `path` names it in reports. */
export function readQuestion(
  path: string,
  type: string,
  json: Json,
  reading: Reading,
  readElements: ReadElements,
): Question {
  const common = readBase(path, json, reading)
  switch (type) {
    case 'radiogroup':
    case 'dropdown':
    case 'buttongroup':
    case 'checkbox':
    case 'tagbox':
    case 'imagepicker':
    case 'ranking':
      return readChoosing(path, type, json, common, reading)
    case 'rating':
      return { ...common, ...readRating(path, json, reading) }
    case 'boolean':
      return { ...common, kind: 'single', look: 'boolean', choices: readBoolean(json) }
    case 'matrix':
      return { ...common, ...readMatrix(path, json, reading) }
    case 'multipletext':
      return { ...common, kind: 'fields', fields: readFields(path, json, reading) }
    case 'comment': {
      const rows = positive(json.rows)
      const entry = readEntry(path, { ...json, inputType: 'text' }, reading.maxCommentLength, reading)
      return { ...common, kind: 'text', isLong: true, rows, ...entry }
    }
    case 'text':
      return {
        ...common,
        kind: 'text',
        isLong: false,
        ...readEntry(path, json, reading.maxTextLength, reading),
      }
    case 'slider':
      return readSlider(type, json, common)
    case 'expression':
      return { ...common, ...readExpression(json) }
    case 'matrixdropdown':
    case 'matrixdynamic':
      return { ...common, ...readCells(path, type, json, reading, readElements) }
    case 'paneldynamic':
      return { ...common, ...readGroups(path, json, readElements) }
    default:
      return { ...common, kind: 'foreign', type }
  }
}

function readBase(path: string, json: Json, reading: Reading): QuestionBase {
  const name = String(json.name ?? '')
  const remark = json.showCommentArea === true && {
    label: readText(json.commentText) ?? { vi: 'Ý kiến khác', en: 'Other remarks' },
    placeholder: readText(json.commentPlaceholder),
  }
  return {
    name,
    key: json.valueName ? String(json.valueName) : name,
    title: readText(json.title) ?? { vi: name },
    description: readText(json.description),
    visibleIf: expression(json.visibleIf),
    enableIf: expression(json.enableIf),
    isRequired: json.isRequired === true,
    requiredIf: expression(json.requiredIf),
    requiredText: readText(json.requiredErrorText),
    validators: readValidators(path, json.validators, reading),
    comment: remark || undefined,
    isReadOnly: json.readOnly === true || undefined,
    rightAnswer: rightAnswer(json),
    defaultValue: json.defaultValue,
    defaultExpression: expression(json.defaultValueExpression),
    setValueExpression: expression(json.setValueExpression),
    setValueIf: expression(json.setValueIf),
    resetValueIf: expression(json.resetValueIf),
    within: [],
  }
}

function readChoosing(
  path: string,
  type: string,
  json: Json,
  common: QuestionBase,
  reading: Reading,
): ChoosingQuestion {
  const choices = readChoiceList(path, json, reading)
  if (choices.takesWords) reading.beyondChecker.push(`${path}: words in place of a choice`)
  const minSelected = positive(json.minSelectedChoices)
  const maxSelected = positive(json.maxSelectedChoices)
  const placeholder = readText(json.placeholder)
  if (type === 'ranking')
    return {
      ...common,
      ...choices,
      kind: 'ranking',
      isSelecting: json.selectToRankEnabled === true,
      minSelected,
      maxSelected,
    }
  if (type === 'checkbox' || type === 'tagbox' || (type === 'imagepicker' && json.multiSelect === true)) {
    const hasSelectAll = json.showSelectAllItem === true || undefined
    return {
      ...common,
      ...choices,
      kind: 'multiple',
      look: type,
      minSelected,
      maxSelected,
      hasSelectAll,
      placeholder,
    }
  }
  return { ...common, ...choices, kind: 'single', look: type as SingleQuestion['look'], placeholder }
}

function readRating(path: string, json: Json, reading: Reading): Omit<SingleQuestion, keyof QuestionBase> {
  const look = json.rateType === 'stars' || json.rateType === 'smileys' ? json.rateType : 'labels'
  const display =
    json.displayMode === 'buttons' || json.displayMode === 'dropdown' ? json.displayMode : 'auto'
  return {
    kind: 'single',
    look: 'rating',
    choices: readRates(path, json, reading),
    ends: { low: readText(json.minRateDescription), high: readText(json.maxRateDescription) },
    rate: { look, display },
  }
}

/** One value on a line is a number like any other; a range of two has no column. */
function readSlider(type: string, json: Json, common: QuestionBase): Question {
  if (json.sliderType === 'range') return { ...common, kind: 'foreign', type }
  const limit = (given: unknown, otherwise: number) => (typeof given === 'number' ? given : otherwise)
  return {
    ...common,
    kind: 'text',
    isLong: false,
    input: 'number',
    maxLength: 30,
    min: limit(json.min, 0),
    max: limit(json.max, 100),
    step: positive(json.step) ?? 1,
    minExpression: expression(json.minValueExpression),
    maxExpression: expression(json.maxValueExpression),
    isScale: true,
  }
}

function readMatrix(path: string, json: Json, reading: Reading): Omit<MatrixQuestion, keyof QuestionBase> {
  return {
    kind: 'matrix',
    rows: readRows(path, json, reading),
    columns: readItems(path, json, 'columns', reading),
    isEachRowRequired: json.eachRowRequired === true,
    isEachRowUnique: json.eachRowUnique === true || undefined,
    isMultiple: json.cellType === 'checkbox' || undefined,
    cells: readCellTexts(json.cells),
    rowsVisibleIf: expression(json.rowsVisibleIf),
    columnsVisibleIf: expression(json.columnsVisibleIf),
  }
}

function readCellTexts(json: unknown): MatrixQuestion['cells'] {
  if (!isObject(json)) return undefined
  const cells: NonNullable<MatrixQuestion['cells']> = {}
  for (const [row, columns] of Object.entries(json))
    for (const [column, text] of Object.entries(isObject(columns) ? columns : {})) {
      const words = readText(text)
      if (!words) continue
      cells[row] ??= {}
      cells[row][column] = words
    }
  return cells
}

function readRows(path: string, json: Json, reading: Reading): Row[] {
  return readItems(path, json, 'rows', reading).map(({ value, label, visibleIf, enableIf }) => ({
    name: String(value),
    label,
    ...(visibleIf ? { visibleIf } : {}),
    ...(enableIf ? { enableIf } : {}),
  }))
}

const displayStyles = ['decimal', 'currency', 'percent', 'date'] as const

function readExpression(json: Json): Omit<ExpressionQuestion, keyof QuestionBase> {
  const style = displayStyles.find((one) => one === json.displayStyle) ?? 'none'
  const currency = typeof json.currency === 'string' ? json.currency : undefined
  const digits = typeof json.maximumFractionDigits === 'number' ? json.maximumFractionDigits : undefined
  return {
    kind: 'expression',
    expression: expression(json.expression),
    format: readText(json.format),
    display: { style, currency, digits },
  }
}

function readCells(
  path: string,
  type: string,
  json: Json,
  reading: Reading,
  readElements: ReadElements,
): Omit<CellsQuestion, keyof QuestionBase> {
  const columns = list(json.columns)
  return {
    kind: 'cells',
    rows: type === 'matrixdropdown' ? readRows(path, json, reading) : [],
    columns: [
      ...columns.map((column) => readColumn(path, json, column, reading, readElements)),
      ...readElements(json.detailElements, path).questions,
    ],
    added: type === 'matrixdynamic' ? readRepetition(json, 'Row', 1000) : undefined,
    rowsVisibleIf: expression(json.rowsVisibleIf),
    columnsVisibleIf: expression(json.columnsVisibleIf),
    totals: columns
      .filter((column) => column.totalType !== undefined || expression(column.totalExpression))
      .map((column) => ({
        column: String(column.name),
        type: String(column.totalType ?? 'none'),
        expression: expression(column.totalExpression),
      })),
  }
}

function readColumn(
  path: string,
  matrix: Json,
  column: Json,
  reading: Reading,
  readElements: ReadElements,
): Question {
  const own =
    column.cellType === undefined || column.cellType === 'default' ? matrix.cellType : column.cellType
  const type = typeof own === 'string' && own !== 'default' ? own : 'dropdown'
  const hasChoices = Array.isArray(column.choices) && column.choices.length > 0
  const choices = hasChoices ? column.choices : matrix.choices
  if (['matrix', 'multipletext', 'paneldynamic', 'matrixdropdown', 'matrixdynamic'].includes(type))
    reading.beyondLight.push(`${path}.${column.name}: cells of type ${type}`)
  else if (!shown.has(type)) reading.beyondLight.push(`${path}.${column.name}: ${type}`)
  return readQuestion(`${path}.${column.name}`, type, { ...column, choices }, reading, readElements)
}

function readGroups(
  path: string,
  json: Json,
  readElements: ReadElements,
): Omit<GroupsQuestion, keyof QuestionBase> {
  return {
    kind: 'groups',
    ...readElements(json.templateElements, path),
    repeat: readRepetition(json, 'Panel', 100),
    groupTitle: readText(json.templateTitle),
    groupDescription: readText(json.templateDescription),
    templateVisibleIf: expression(json.templateVisibleIf),
  }
}

/** `most`: where SurveyJS itself stops. */
function readRepetition(json: Json, what: 'Row' | 'Panel', most: number): Repetition {
  const noun = what === 'Row' ? 'row' : 'panel'
  const min = positive(json[`min${what}Count`]) ?? 0
  const max = Math.min(positive(json[`max${what}Count`]) ?? most, most)
  const count =
    typeof json[`${noun}Count`] === 'number' ? Number(json[`${noun}Count`]) : what === 'Row' ? 2 : 0
  return {
    count: Math.min(Math.max(count, min), max),
    min,
    max,
    canAdd: json[what === 'Row' ? 'allowAddRows' : 'allowAddPanel'] !== false,
    canRemove: json[what === 'Row' ? 'allowRemoveRows' : 'allowRemovePanel'] !== false,
    uniqueName: expression(json.keyName),
    uniqueText: readText(json.keyDuplicationError),
    addText: readText(json[`add${what}Text`]),
    removeText: readText(json[`remove${what}Text`]),
    emptyText: readText(json[what === 'Row' ? 'noRowsText' : 'noEntriesText']),
  }
}
