// Reads a SurveyJS form JSON into our own `Form`. survey-core first brings the JSON into its present spelling (hasOther ->
// showOtherItem ...). Whatever our checker or the light form do not know is reported by name, never silently ignored.
import type { Conditions, Element, Form, Image, Page, Panel, Question } from '#lib/surveys/form'
import { shown, surveyLooks } from '#lib/surveys/known-properties'
import { readText } from '#lib/surveys/local-text'
import { openSurvey } from '#lib/surveys/open-survey'
import { readQuestion } from '#lib/surveys/read-question'
import { expression, type Json, list, positive, type Reading, reportProperties } from '#lib/surveys/reading'

/**
 * Reads a SurveyJS form. Throws a TypeError only when the JSON is no form at all or survey-core cannot load it; what is
 * wrong or unknown inside it is listed in the result.
 */
export function readForm(formJson: unknown): Form {
  const model = openSurvey(formJson)
  const json = model.toJSON() as Json
  const reading: Reading = {
    mistakes: (model.jsonErrors ?? []).map((error) => error.message),
    beyondChecker: [],
    beyondLight: [],
    maxTextLength: positive(json.maxTextLength) ?? 1000,
    maxCommentLength: positive(json.maxCommentLength) ?? 4000,
    storesOthersAsComment: json.storeOthersAsComment !== false,
    hasPiping: false,
  }
  reportSurvey(json, reading)
  const questions: Question[] = []
  const pages = list(json.pages).map((page) => readPage(page, reading, questions))
  reportNames(questions, reading)
  return {
    title: readText(json.title),
    description: readText(json.description),
    pages,
    questions,
    calculated: list(json.calculatedValues).map((one) => ({
      name: String(one.name ?? ''),
      expression: expression(one.expression) ?? '',
      isStored: one.includeIntoResult === true,
    })),
    triggers: list(json.triggers).map((one) => ({
      type: String(one.type ?? ''),
      expression: expression(one.expression) ?? '',
      ...(typeof one.setToName === 'string' ? { sets: one.setToName } : {}),
    })),
    hasPiping: reading.hasPiping,
    beyondChecker: reading.beyondChecker,
    beyondLight: reading.beyondLight,
    mistakes: reading.mistakes,
  }
}

/** What a whole survey may ask for that is no mere look. */
const surveyRules = new Set(
  'storeOthersAsComment clearInvisibleValues readOnly mode firstPageIsStartPage'.split(' '),
)

function reportSurvey(json: Json, reading: Reading): void {
  for (const name of Object.keys(json)) {
    if (surveyLooks.has(name)) continue
    reading.beyondChecker.push(`form: ${name}`)
    if (!surveyRules.has(name)) reading.beyondLight.push(`form: ${name}`)
  }
  if (list(json.calculatedValues).length) reading.beyondChecker.push('form: calculatedValues')
  if (list(json.triggers).length) reading.beyondChecker.push('form: triggers')
}

function reportNames(questions: Question[], reading: Reading): void {
  const names = questions.map((question) => question.name)
  for (const name of new Set(names)) {
    if (/[.{}[\]~\s]/.test(name) || name === '')
      reading.beyondLight.push(`${name}: a name with such characters`)
    if (/[.{}[\]~\s]/.test(name) || name === '')
      reading.beyondChecker.push(`${name}: a name with such characters`)
    if (names.indexOf(name) !== names.lastIndexOf(name)) {
      reading.mistakes.push(`${name}: the same name twice`)
      reading.beyondLight.push(`${name}: the same name twice`)
    }
  }
  for (const question of questions) reportInnerNames(question, reading)
}

/** Two questions of one row or repetition with one name would share an answer that fits only one of them. */
function reportInnerNames(question: Question, reading: Reading): void {
  const inner =
    question.kind === 'cells' ? question.columns : question.kind === 'groups' ? question.questions : []
  const names = inner.map(({ name }) => name)
  for (const name of new Set(names))
    if (names.indexOf(name) !== names.lastIndexOf(name))
      reading.mistakes.push(`${question.name}.${name}: the same name twice`)
  for (const one of inner) reportInnerNames(one, reading)
}

function readPage(json: Json, reading: Reading, questions: Question[]): Page {
  const page = readContainer({ ...json, type: 'page' }, [], reading, questions)
  return { ...page, kind: 'page' }
}

function readContainer(
  json: Json,
  within: Conditions[],
  reading: Reading,
  questions: Question[],
): Omit<Panel, 'kind'> {
  reportProperties(String(json.name), String(json.type), json, reading)
  const conditions = readConditions(json)
  return {
    name: String(json.name),
    title: readText(json.title),
    description: readText(json.description),
    ...conditions,
    isRequired: json.isRequired === true || undefined,
    requiredIf: expression(json.requiredIf),
    requiredText: readText(json.requiredErrorText),
    elements: list(json.elements).map((element) =>
      readElement('', element, [...within, conditions], reading, questions),
    ),
  }
}

/** Reads an element and adds the questions it is or holds to `questions`. */
function readElement(
  prefix: string,
  json: Json,
  within: Conditions[],
  reading: Reading,
  questions: Question[],
): Element {
  const type = String(json.type)
  const name = String(json.name ?? '')
  if (type === 'panel') return { ...readContainer(json, within, reading, questions), kind: 'panel' }
  const path = prefix + name
  if (shown.has(type)) reportProperties(path, type, json, reading)
  else {
    reading.beyondChecker.push(`${path}: ${type}`)
    reading.beyondLight.push(`${path}: ${type}`)
  }
  if (type === 'html')
    return { kind: 'html', name, html: readText(json.html) ?? { vi: '' }, ...readConditions(json) }
  if (type === 'image') return readImage(json, name)
  const question = readQuestion(path, type, json, reading, (elements, owner) => {
    const inner: Question[] = []
    return {
      elements: list(elements).map((one) => readElement(`${owner}.`, one, [], reading, inner)),
      questions: inner,
    }
  })
  question.within = within
  questions.push(question)
  // A choice may bring questions of its own; their answers stand beside the others.
  for (const choice of list(json.choices))
    for (const one of list(choice.elements)) readElement(prefix, one, within, reading, questions)
  return question
}

function readImage(json: Json, name: string): Image {
  const link = readText(json.imageLink) ?? { vi: '' }
  return { kind: 'image', name, link, alternative: readText(json.altText), ...readConditions(json) }
}

function readConditions(json: Json): Conditions {
  const visibleIf = expression(json.visibleIf)
  const enableIf = expression(json.enableIf)
  return { ...(visibleIf ? { visibleIf } : {}), ...(enableIf ? { enableIf } : {}) }
}
