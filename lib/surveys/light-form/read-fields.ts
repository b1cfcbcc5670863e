// Puts the fields of a posted page into the survey, question by question, so that survey-core does what follows from an
// answer (conditions, triggers, computed values). What has no meaning is kept as it was typed, so that the check can say
// so and the page can show it again.
import type {
  ItemValue,
  Question,
  QuestionMatrixModel,
  QuestionMultipleTextModel,
  QuestionRankingModel,
  QuestionTextModel,
  SurveyModel,
} from 'survey-core'
import type { Fault } from '#lib/problem'
import { answerFault } from '#lib/surveys/fault-sentences'
import { choicesOf, fieldValue } from '#lib/surveys/light-form/choice-html'
import { isNumber } from '#lib/surveys/light-form/entry-html'
import { plainOf } from '#lib/surveys/light-form/question-frame'
import { rankSpot } from '#lib/surveys/light-form/ranking-html'
import { innerSpot, innerSpots, type Spot, spotsOf } from '#lib/surveys/light-form/spots'
import { readNumber } from '#lib/surveys/read-number'

/** Questions and those inside them, as they stand now. */
export function allSpots(spots: Spot[]): Spot[] {
  return spots.flatMap((spot) => [spot, ...(isOneValue(spot) ? [] : allSpots(innerSpots(spot)))])
}

/** The answer of a list of fields is read as one. */
const isOneValue = ({ question }: Spot) => question.getType() === 'multipletext'

/**
 * Reads what the page showed (`shown`: ids of its questions). A field that came back as it was sent leaves what another
 * answer has put there since. Returns what could not be understood at all.
 */
export function readFields(survey: SurveyModel, fields: URLSearchParams, shown: Set<string>): Fault[] {
  const spots = allSpots(spotsOf(survey)).filter(({ anchor }) => shown.has(anchor))
  const sent = spots.map(({ question }) => JSON.parse(JSON.stringify(question.value ?? null)) as unknown)
  return spots.flatMap((spot, at) => {
    const { question, field, path } = spot
    if (question.isReadOnly || ['paneldynamic', 'matrixdropdown', 'expression'].includes(question.getType()))
      return []
    const { value, faults = [] } = readSpot(spot, fields)
    letThrough(question)
    if (!isSame(value, sent[at]) && !isSame(value, question.value)) {
      if (value === undefined) question.clearValue(true)
      else question.value = value
    }
    const words = fields.get(`${field}-Comment`)
    if (words !== null && words !== (question.comment ?? '')) question.comment = words
    return [...faults, ...clash(spot, path, value)]
  })
}

/** survey-core keeps what is beyond the limits of a field to itself, with the value before in its place: here it is told. */
function letThrough(question: Question): void {
  if (question.getType() === 'text') Object.assign(question, { canSetValueToSurvey: () => true })
}

type Read = { value: unknown; faults?: Fault[] }

function readSpot(spot: Spot, fields: URLSearchParams): Read {
  const { question, field } = spot
  switch (question.getType()) {
    case 'text':
      return { value: readEntry(question as QuestionTextModel, fields.get(field)) }
    case 'comment':
      return { value: fields.get(field)?.replaceAll('\r\n', '\n') || undefined }
    case 'multipletext':
      return { value: readParts(spot, fields) }
    case 'matrix':
      return { value: readMatrix(spot, fields) }
    case 'ranking':
      return readRanking(spot, fields)
    default:
      return { value: readChoices(spot, fields) }
  }
}

function readChoices({ question, field }: Spot, fields: URLSearchParams): unknown {
  const offered = choicesOf(question)
  const chosen = fields
    .getAll(field)
    .filter(Boolean)
    .map((text) => meant(offered, text))
  const { multiSelect, selectAllItem } = question as unknown as {
    multiSelect?: boolean
    selectAllItem?: ItemValue
  }
  if (multiSelect !== true && !['checkbox', 'tagbox'].includes(question.getType())) return chosen[0]
  if (
    selectAllItem &&
    chosen.includes(selectAllItem.value) &&
    offered.some(({ item }) => item === selectAllItem)
  )
    return offered.flatMap(({ item, value }) =>
      item && !isBuiltIn(question, item) && item.isEnabled ? [value] : [],
    )
  return chosen.length > 0 ? chosen : undefined
}

/** "Select all", "none", "other" and the like are no choices of the author. */
function isBuiltIn(question: unknown, item: ItemValue): boolean {
  const { selectAllItem, noneItem, otherItem, refuseItem, dontKnowItem } = question as Record<string, unknown>
  return [selectAllItem, noneItem, otherItem, refuseItem, dontKnowItem].includes(item)
}

const meant = (offered: { value: unknown }[], text: string) => {
  const choice = offered.find(({ value }) => fieldValue(value) === text)
  return choice ? choice.value : text
}

function readEntry(
  { inputType, survey, allowSpaceAsAnswer }: QuestionTextModel,
  text: string | null,
): unknown {
  if (!text?.trim()) return allowSpaceAsAnswer && text ? text : undefined
  return isNumber(inputType) && survey ? readNumber(text) : text
}

function readParts(spot: Spot, fields: URLSearchParams): unknown {
  const { items } = spot.question as QuestionMultipleTextModel
  const values = innerSpots(spot).map((inner, place) => [
    items[place]?.name,
    readEntry(inner.question as QuestionTextModel, fields.get(inner.field)),
  ])
  return wholeOf(values)
}

function readMatrix(spot: Spot, fields: URLSearchParams): unknown {
  const question = spot.question as QuestionMatrixModel
  const read = (field: string) => {
    const values = fields
      .getAll(field)
      .filter(Boolean)
      .map((text) => meant(question.visibleColumns, text))
    if (values.length === 0) return undefined
    return question.cellType === 'checkbox' ? values : values[0]
  }
  if (!question.hasRows) return read(spot.field)
  const rows = question.visibleRows.map(({ name }) => String(name))
  return wholeOf(rows.map((name) => [name, read(innerSpot(spot, question, [name], []).field)]))
}

function wholeOf(parts: unknown[][]): unknown {
  const given = parts.filter(([, value]) => value !== undefined)
  return given.length > 0 ? Object.fromEntries(given) : undefined
}

/** Numbers beside the choices become an order; the same number twice, or a gap, is no order. */
function readRanking(spot: Spot, fields: URLSearchParams): Read {
  const question = spot.question as QuestionRankingModel
  const offered = choicesOf(question)
  const given = offered
    .map(({ value }, number) => ({
      value,
      rank: Number(fields.get(rankSpot(spot, value, number).field) || 0),
    }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => a.rank - b.rank)
  if (given.length === 0) return { value: undefined }
  const isOrder = given.every(({ rank }, place) => rank === place + 1)
  const isWhole = question.selectToRankEnabled || given.length === offered.length
  if (isOrder && isWhole) return { value: given.map(({ value }) => value) }
  return { value: undefined, faults: [titled(spot, 'no_order')] }
}

/** "None of these" together with something else: survey-core would drop one of the two in silence. */
function clash(spot: Spot, path: string, value: unknown): Fault[] {
  if (!Array.isArray(value) || spot.question.getType() === 'ranking') return []
  const isKept = Array.isArray(spot.question.value) && spot.question.value.length === value.length
  const { noneItem, refuseItem, dontKnowItem } = spot.question as unknown as Record<
    string,
    ItemValue | undefined
  >
  const alone = [noneItem, refuseItem, dontKnowItem].map((item) => item?.value)
  const exclusive = value.find((one) => alone.includes(one))
  return isKept || exclusive === undefined || value.length < 2
    ? []
    : [{ ...titled(spot, 'excludes_others', exclusive), question: path }]
}

function titled({ question, path }: Spot, code: 'no_order' | 'excludes_others', value?: unknown): Fault {
  const title = plainOf(question.locTitle)
  return answerFault(path, { vi: title, en: title }, code, { value })
}

const isSame = (one: unknown, other: unknown) =>
  one === other || (isNothing(one) && isNothing(other)) || JSON.stringify(one) === JSON.stringify(other)
const isNothing = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
