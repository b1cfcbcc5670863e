// Reads lists of choices: of radio buttons, columns, ratings, yes/no. survey-core has brought them into one spelling; the
// ready-made choices ("other", "none", "don't know", "refused") become choices with a role.
import type { Choice, ChoiceList, ChoiceRole } from '#lib/surveys/form'
import { readText } from '#lib/surveys/local-text'
import { expression, isObject, type Json, list, positive, type Reading } from '#lib/surveys/reading'
import { dontKnowValue, type LocalText, refusedValue } from '#lib/surveys/variable'

const itemProperties = new Set(['value', 'text', 'visibleIf', 'enableIf', 'imageLink', 'isExclusive'])
/** Properties of a choice that only change how it looks. */
const itemLooks = new Set(['randomize', 'randomizeCategory', 'commentPlaceholder', 'icon', 'audio', 'image'])

/** The choices of a question with everything that they depend on. */
export function readChoiceList(path: string, json: Json, reading: Reading): ChoiceList {
  const order = String(json.choicesOrder ?? '')
  return {
    choices: readChoices(path, json, reading),
    order: order === 'asc' || order === 'desc' || order === 'random' ? order : undefined,
    choicesVisibleIf: expression(json.choicesVisibleIf),
    choicesEnableIf: expression(json.choicesEnableIf),
    choicesFrom: readSource(json),
    isHiddenWhenEmpty: json.hideIfChoicesEmpty === true || undefined,
    takesWords:
      (json.showOtherItem === true && !storesOthersAside(json, reading)) ||
      json.allowCustomChoices === true ||
      undefined,
    valueProperty: expression(json.valuePropertyName),
    takesRemarks: list(json.choices).some((choice) => choice.showCommentArea === true) || undefined,
    columns: typeof json.colCount === 'number' ? json.colCount : undefined,
  }
}

/** The words for "other" stand beside the answer, unless the survey says otherwise or their place is taken by a remark. */
function storesOthersAside(json: Json, reading: Reading): boolean {
  const isTaken =
    json.showCommentArea === true ||
    json.valuePropertyName !== undefined ||
    list(json.choices).some((one) => one.showCommentArea === true)
  return !isTaken && (json.storeOthersAsComment ?? reading.storesOthersAsComment) !== false
}

function readSource(json: Json): ChoiceList['choicesFrom'] {
  if (typeof json.choicesFromQuestion !== 'string' || !json.choicesFromQuestion) return undefined
  const mode = json.choicesFromQuestionMode
  return {
    question: json.choicesFromQuestion,
    mode: mode === 'selected' || mode === 'unselected' ? mode : 'all',
    values: expression(json.choiceValuesFromQuestion),
    texts: expression(json.choiceTextsFromQuestion),
  }
}

function readChoices(path: string, json: Json, reading: Reading): Choice[] {
  const choices = readItems(path, json, 'choices', reading)
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

/** Reads `choices`, `columns`, `rows` or `rateValues`. */
export function readItems(path: string, json: Json, property: string, reading: Reading): Choice[] {
  const items = Array.isArray(json[property]) ? (json[property] as unknown[]) : []
  return items.flatMap((item) => {
    const details = isObject(item) ? item : undefined
    const value = (details ? details.value : item) as Choice['value']
    if (value === undefined || value === null) return []
    if (typeof value === 'object') {
      reading.beyondChecker.push(`${path}: ${property} with objects as values`)
      reading.beyondLight.push(`${path}: ${property} with objects as values`)
    }
    if (details) reportItem(path, property, details, reading)
    const text = readText(details?.text)
    if (text && Object.values(text).some((words) => /\{[^}]+\}/.test(words ?? ''))) reading.hasPiping = true
    return [{ value, label: text ?? { vi: String(value) }, ...itemDetails(details, value) }]
  })
}

function itemDetails(details: Json | undefined, value: unknown): Partial<Choice> {
  const role = roleOfValue.get(value)
  const visibleIf = expression(details?.visibleIf)
  const enableIf = expression(details?.enableIf)
  const picture = readText(details?.imageLink)
  return {
    ...(role ? { role } : {}),
    ...(details?.isExclusive === true ? { isExclusive: true } : {}),
    ...(visibleIf ? { visibleIf } : {}),
    ...(enableIf ? { enableIf } : {}),
    ...(picture ? { picture } : {}),
  }
}

function reportItem(path: string, property: string, item: Json, reading: Reading): void {
  for (const name of Object.keys(item)) {
    if (itemLooks.has(name) || name === 'value' || name === 'text' || name === 'imageLink') continue
    reading.beyondChecker.push(`${path}: ${property}.${name}`)
    if (!itemProperties.has(name)) reading.beyondLight.push(`${path}: ${property}.${name}`)
  }
}

/** The values of a rating: given one by one, or from its ends and step as SurveyJS counts them. */
export function readRates(path: string, json: Json, reading: Reading): Choice[] {
  if (Array.isArray(json.rateValues) && json.rateValues.length && json.autoGenerate === false)
    return readItems(path, json, 'rateValues', reading)
  const min = typeof json.rateMin === 'number' ? json.rateMin : 1
  const step = positive(json.rateStep) ?? 1
  const max =
    typeof json.rateMax === 'number' ? json.rateMax : min + ((positive(json.rateCount) ?? 5) - 1) * step
  const rates: Choice[] = []
  for (let value = min; value <= max && rates.length < mostRates; value = round(value + step, step))
    rates.push({ value, label: { vi: String(value) } })
  return rates
}

/** A rating of more steps is none; SurveyJS stops there as well. */
const mostRates = 20

/** Steps of 0.1 must not become 0.30000000000000004. */
function round(value: number, step: number): number {
  const digits = String(step).split('.')[1]?.length ?? 0
  return digits ? Number(value.toFixed(digits)) : value
}

/** Yes and no. */
export function readBoolean(json: Json): Choice[] {
  const value = (raw: unknown, otherwise: boolean) =>
    raw === undefined ? otherwise : (raw as Choice['value'])
  return [
    { value: value(json.valueTrue, true), label: readText(json.labelTrue) ?? { vi: 'Có', en: 'Yes' } },
    { value: value(json.valueFalse, false), label: readText(json.labelFalse) ?? { vi: 'Không', en: 'No' } },
  ]
}
