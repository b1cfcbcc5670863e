// The only file that knows the question types of SurveyJS: it turns a form JSON into our own `Form`. survey-core first
// brings the JSON into its present spelling (hasOther -> showOtherItem ...). Whatever is not on the lists below is
// reported by name in `unsupported`, never silently ignored: an ignored condition would store wrong answers.
import { Model } from 'survey-core'
import type {
  Choice,
  ChoiceRole,
  Conditions,
  Element,
  Form,
  Page,
  Question,
  QuestionBase,
} from '#lib/surveys/form'
import { readText } from '#lib/surveys/local-text'
import { readEntry, readFields } from '#lib/surveys/read-entry'
import { readValidators } from '#lib/surveys/read-validators'
import { dontKnowValue, type LocalText, refusedValue } from '#lib/surveys/variable'

export type Json = Record<string, unknown>

/** Properties that only change the look in SurveyJS' own renderer, or that we have no use for. */
const looks = new Set(
  `width minWidth maxWidth colSpan effectiveColSpan startWithNewLine indent innerIndent titleLocation showTitle descriptionLocation
  showNumber hideNumber errorLocation renderAs state useDisplayValuesInDynamicTexts commentPlaceholder colCount itemComponent
  separateSpecialChoices allowClear searchEnabled searchMode textWrapEnabled inputSize textUpdateMode autocomplete autoGrow
  allowResize acceptCarriageReturn cols showHeader verticalAlign alternateRows displayMode rowTitleWidth columnMinWidth
  rateType scaleColorMode rateColorMode autoGenerate displayRateDescriptionsAsExtremeItems rateDescriptionLocation swapOrder label
  useTitleAsLabel closeOnSelect hideSelectedItems inputTextAlignment itemErrorLocation itemTitleWidth dataList otherPlaceholder
  otherErrorText questionTitleWidth questionTitleLocation gridLayoutColumns questionErrorLocation showQuestionNumbers
  navigationTitle navigationDescription showNavigationButtons page correctAnswer`.split(/\s+/),
)
const surveyLooks = new Set(
  `locale title description pages $schema showQuestionNumbers showProgressBar progressBarLocation progressBarType
  questionTitleLocation questionDescriptionLocation questionErrorLocation showTitle showPageTitles showPageNumbers
  widthMode width fitToContainer logo logoPosition completeText pagePrevText pageNextText startSurveyText previewText editText
  completedHtml requiredMark autoFocusFirstQuestion autoFocusFirstError autoGrowComment allowResizeComment commentAreaRows
  checkErrorsMode textUpdateMode gridLayoutEnabled headerView showNavigationButtons navigationButtonsLocation showPrevButton
  showCompletePage showTOC tocLocation questionsOnPageMode validateVisitedEmptyFields sjsVersion`.split(
    /\s+/,
  ),
)
const base =
  'type name title description visible visibleIf enableIf isRequired requiredIf requiredErrorText validators showCommentArea commentText'
const special =
  'choices showOtherItem showNoneItem showDontKnowItem showRefuseItem otherText noneText dontKnowText refuseText'
const known: Record<string, Set<string>> = Object.fromEntries(
  Object.entries({
    page: 'type name title description visible visibleIf enableIf elements',
    panel: 'type name title description visible visibleIf enableIf elements',
    html: 'type name visible visibleIf enableIf html',
    radiogroup: `${base} ${special}`,
    dropdown: `${base} ${special} choicesMin choicesMax choicesStep placeholder`,
    checkbox: `${base} ${special} minSelectedChoices maxSelectedChoices`,
    tagbox: `${base} ${special} minSelectedChoices maxSelectedChoices placeholder`,
    rating: `${base} rateCount rateValues rateMin rateMax rateStep minRateDescription maxRateDescription`,
    boolean: `${base} labelTrue labelFalse valueTrue valueFalse`,
    text: `${base} inputType maxLength min max step placeholder minErrorText maxErrorText`,
    comment: `${base} maxLength rows placeholder`,
    matrix: `${base} rows columns eachRowRequired`,
    multipletext: `${base} items`,
  }).map(([type, names]) => [type, new Set(names.split(' '))]),
)

/**
 * Reads a SurveyJS form. Throws a TypeError only when the JSON is no form at all; what is wrong or unsupported inside it
 * is listed in `unsupported`.
 */
export function readForm(formJson: unknown): Form {
  if (formJson === null || typeof formJson !== 'object' || Array.isArray(formJson))
    throw new TypeError('a form must be a SurveyJS JSON object')
  const model = new Model(formJson)
  const json = model.toJSON() as Json
  const reading: Reading = {
    questions: [],
    unsupported: (model.jsonErrors ?? []).map((error) => error.message),
    maxTextLength: positive(json.maxTextLength) ?? 1000,
    maxCommentLength: positive(json.maxCommentLength) ?? 4000,
  }
  for (const name of Object.keys(json))
    if (!surveyLooks.has(name) && !['maxTextLength', 'maxCommentLength'].includes(name))
      reading.unsupported.push(`form: ${name}`)
  const pages = list(json.pages).map((page) => readPage(page, reading))
  const names = reading.questions.map((question) => question.name)
  for (const name of names)
    if (/[.{}[\]~\s]/.test(name)) reading.unsupported.push(`${name}: a name with such characters`)
  for (const name of new Set(names.filter((name, index) => names.indexOf(name) !== index)))
    reading.unsupported.push(`${name}: the same name twice`)
  return {
    title: readText(json.title),
    description: readText(json.description),
    pages,
    questions: reading.questions,
    calculated: [],
    triggers: [],
    hasPiping: false,
    beyondChecker: reading.unsupported,
    beyondLight: [],
    mistakes: [],
  }
}

type Reading = {
  questions: Question[]
  unsupported: string[]
  maxTextLength: number
  maxCommentLength: number
}

function readPage(json: Json, reading: Reading): Page {
  const conditions = readConditions(json)
  report({ ...json, type: 'page' }, reading)
  return {
    kind: 'page',
    name: String(json.name),
    title: readText(json.title),
    description: readText(json.description),
    ...conditions,
    elements: list(json.elements).flatMap((element) => readElement(element, [conditions], reading)),
  }
}

function readElement(json: Json, within: Conditions[], reading: Reading): Element[] {
  const type = String(json.type)
  if (!known[type]) {
    reading.unsupported.push(`${json.name}: ${type}`)
    return []
  }
  report(json, reading)
  const conditions = readConditions(json)
  const name = String(json.name)
  if (type === 'html') return [{ kind: 'html', name, html: readText(json.html) ?? { vi: '' }, ...conditions }]
  if (type === 'panel') {
    const inner = [...within, conditions]
    const elements = list(json.elements).flatMap((element) => readElement(element, inner, reading))
    return [
      {
        kind: 'panel',
        name,
        title: readText(json.title),
        description: readText(json.description),
        ...conditions,
        elements,
      },
    ]
  }
  const question = readQuestion(json, type, { ...readBase(json, reading), ...conditions, within }, reading)
  reading.questions.push(question)
  return [question]
}

function readBase(json: Json, reading: Reading): QuestionBase {
  const name = String(json.name)
  return {
    name,
    key: name,
    title: readText(json.title) ?? { vi: name },
    description: readText(json.description),
    isRequired: json.isRequired === true,
    requiredIf: expression(json.requiredIf),
    requiredText: readText(json.requiredErrorText),
    validators: readValidators(name, json.validators, reading.unsupported),
    comment:
      json.showCommentArea === true
        ? { label: readText(json.commentText) ?? { vi: 'Ý kiến khác', en: 'Other remarks' } }
        : undefined,
    within: [],
  }
}

function readQuestion(json: Json, type: string, common: QuestionBase, reading: Reading): Question {
  switch (type) {
    case 'radiogroup':
    case 'dropdown':
      return { ...common, kind: 'single', look: type, choices: readChoices(json, reading) }
    case 'checkbox':
    case 'tagbox':
      return {
        ...common,
        kind: 'multiple',
        look: type,
        choices: readChoices(json, reading),
        minSelected: positive(json.minSelectedChoices),
        maxSelected: positive(json.maxSelectedChoices),
      }
    case 'rating':
      return {
        ...common,
        kind: 'single',
        look: 'rating',
        choices: readRates(json, reading),
        ends: { low: readText(json.minRateDescription), high: readText(json.maxRateDescription) },
      }
    case 'boolean':
      return { ...common, kind: 'single', look: 'boolean', choices: readBoolean(json) }
    case 'matrix':
      return {
        ...common,
        kind: 'matrix',
        rows: readItems(json, 'rows', reading).map(({ value, label }) => ({ name: String(value), label })),
        columns: readItems(json, 'columns', reading),
        isEachRowRequired: json.eachRowRequired === true,
      }
    case 'multipletext':
      return { ...common, kind: 'fields', fields: readFields(json, common.name, reading) }
    case 'comment':
      return {
        ...common,
        kind: 'text',
        isLong: true,
        ...readEntry({ ...json, inputType: 'text' }, reading.maxCommentLength, reading.unsupported),
      }
    default:
      return {
        ...common,
        kind: 'text',
        isLong: false,
        ...readEntry(json, reading.maxTextLength, reading.unsupported),
      }
  }
}

function readChoices(json: Json, reading: Reading): Choice[] {
  const choices = readItems(json, 'choices', reading)
  const step = positive(json.choicesStep) ?? 1
  if (typeof json.choicesMax === 'number')
    for (let value = Number(json.choicesMin ?? 0); value <= json.choicesMax; value += step)
      choices.push({ value, label: { vi: String(value) } })
  const add = (flag: unknown, value: string, role: ChoiceRole, text: unknown, label: LocalText) => {
    if (flag === true)
      choices.push({ value, role, label: readText(text) ?? label, isExclusive: role !== 'other' })
  }
  add(json.showRefuseItem, 'refused', 'refused', json.refuseText, {
    vi: 'Từ chối trả lời',
    en: 'Prefer not to say',
  })
  add(json.showDontKnowItem, 'dontknow', 'dontKnow', json.dontKnowText, {
    vi: 'Không biết',
    en: 'Don’t know',
  })
  add(json.showNoneItem, 'none', 'none', json.noneText, { vi: 'Không có mục nào', en: 'None of these' })
  add(json.showOtherItem, 'other', 'other', json.otherText, { vi: 'Khác', en: 'Other' })
  return choices
}

/** The house's values for "no opinion" are that wherever an author writes them as ordinary choices or columns. */
const roleOfValue = new Map<unknown, ChoiceRole>([
  [dontKnowValue, 'dontKnow'],
  [refusedValue, 'refused'],
])

function readItems(json: Json, property: string, reading: Reading): Choice[] {
  const items = Array.isArray(json[property]) ? (json[property] as unknown[]) : []
  return items.map((item) => {
    const value = (item !== null && typeof item === 'object' ? (item as Json).value : item) as Choice['value']
    if (item !== null && typeof item === 'object') {
      for (const name of Object.keys(item))
        if (name !== 'value' && name !== 'text') reading.unsupported.push(`${json.name}: ${property}.${name}`)
    }
    const label = readText((item as Json)?.text) ?? { vi: String(value) }
    const role = roleOfValue.get(value)
    return role ? { value, label, role } : { value, label }
  })
}

function readRates(json: Json, reading: Reading): Choice[] {
  if (Array.isArray(json.rateValues) && json.rateValues.length) return readItems(json, 'rateValues', reading)
  const min = typeof json.rateMin === 'number' ? json.rateMin : 1
  const step = positive(json.rateStep) ?? 1
  const max =
    typeof json.rateMax === 'number' ? json.rateMax : min + ((positive(json.rateCount) ?? 5) - 1) * step
  const rates: Choice[] = []
  for (let value = min; value <= max; value += step) rates.push({ value, label: { vi: String(value) } })
  return rates
}

function readBoolean(json: Json): Choice[] {
  const value = (raw: unknown, otherwise: boolean) =>
    raw === undefined ? otherwise : (raw as Choice['value'])
  return [
    { value: value(json.valueTrue, true), label: readText(json.labelTrue) ?? { vi: 'Có', en: 'Yes' } },
    { value: value(json.valueFalse, false), label: readText(json.labelFalse) ?? { vi: 'Không', en: 'No' } },
  ]
}

function readConditions(json: Json): Conditions {
  const visibleIf = expression(json.visibleIf)
  const enableIf = expression(json.enableIf)
  return { ...(visibleIf ? { visibleIf } : {}), ...(enableIf ? { enableIf } : {}) }
}

function report(json: Json, reading: Reading): void {
  for (const name of Object.keys(json))
    if (!known[String(json.type)]?.has(name) && !looks.has(name))
      reading.unsupported.push(`${json.name}: ${name}`)
  if (json.visible === false && !expression(json.visibleIf)) reading.unsupported.push(`${json.name}: visible`)
  for (const property of ['title', 'description', 'html'])
    if (Object.values(readText(json[property]) ?? {}).some((text) => /\{[^}]+\}/.test(text ?? '')))
      reading.unsupported.push(`${json.name}: piping in ${property}`)
}

const expression = (raw: unknown) => (typeof raw === 'string' && raw.trim() ? raw.trim() : undefined)
const positive = (raw: unknown) => (typeof raw === 'number' && raw > 0 ? raw : undefined)
const list = (raw: unknown) => (Array.isArray(raw) ? (raw as Json[]) : [])
