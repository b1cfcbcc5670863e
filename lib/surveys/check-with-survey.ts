// The judge for forms that our own checker does not compile: a SurveyModel of the same form, given the answers that passed
// the gate of shapes. It decides what is visible, required, valid and stored, exactly as the page of SurveyJS would.
// Some hundred times slower than our checker, and only for forms that need it.
import type { Model, Question, SurveyError } from 'survey-core'
import type { Fault } from '#lib/problem'
import type { Answers } from '#lib/surveys/conditions'
import { answerFault } from '#lib/surveys/fault-sentences'
import { readText } from '#lib/surveys/local-text'
import { openSurvey } from '#lib/surveys/open-survey'
import { isObject } from '#lib/surveys/reading'
import { plainData } from '#lib/surveys/survey-clock'
import { surveyFault } from '#lib/surveys/survey-fault'
import type { LocalText } from '#lib/surveys/variable'

/**
 * What is left to store, and the faults of visible questions. `answers` must have passed the gate of shapes. When
 * survey-core itself breaks on the form, that is a fault: an answer that nobody could judge is not stored.
 */
export function checkWithSurvey(json: unknown, answers: Answers): { answers: Answers; faults: Fault[] } {
  try {
    return judge(json, answers)
  } catch (error) {
    return { answers: {}, faults: [notJudged(error as Error)] }
  }
}

const notJudged = ({ message }: Error): Fault => ({
  question: 'form',
  code: 'form_broken',
  vi: `Không kiểm tra được câu trả lời vì phiếu có lỗi (${message}). Hãy báo cho người soạn phiếu.`,
  en: `The answers could not be checked because the form is broken (${message}). Please tell its author.`,
})

function judge(json: unknown, answers: Answers): { answers: Answers; faults: Fault[] } {
  const survey = openSurvey(json)
  survey.data = withComputed(json, answers)
  const isValid = survey.validate(true)
  const faults = isValid ? [] : faultsOf(survey)
  survey.doComplete(true)
  return { answers: plainData(survey.data), faults: isValid || faults.length ? faults : [somewhere] }
}

/**
 * The answers with the values of expressions as this server computes them. A second model then starts from them, as the
 * page of SurveyJS would: choices and conditions may depend on what was computed.
 */
function withComputed(json: unknown, answers: Answers): Answers {
  if (!mayCompute(json)) return structuredClone(answers)
  const survey = openSurvey(json)
  if (!survey.getAllQuestions(false, false, true).some(hasExpression)) return structuredClone(answers)
  survey.data = structuredClone(answers)
  return mergeComputed(structuredClone(answers), survey.data) as Answers
}

const computing = new WeakMap<object, boolean>()

/** Whether any type in the JSON is "expression": asked once a form, so that most forms need one model less an answer. */
function mayCompute(json: unknown): boolean {
  if (typeof json !== 'object' || json === null) return true
  const known = computing.get(json) ?? /"(type|cellType)":"expression"/.test(JSON.stringify(json))
  computing.set(json, known)
  return known
}

const hasExpression = (question: Question): boolean =>
  question.getType() === 'expression' ||
  (question as unknown as { columns?: { cellType?: string }[] }).columns?.some?.(
    (column) => column.cellType === 'expression',
  ) === true

/** What is only on the computed side comes along; what was answered stays as it was answered. */
function mergeComputed(given: unknown, computed: unknown): unknown {
  if (given === undefined) return computed
  const isNested = (part: unknown) => isObject(part) || Array.isArray(part)
  if (!isNested(given) || !isNested(computed)) return given
  const merged = given as Record<string, unknown>
  for (const [key, value] of Object.entries(computed as object))
    merged[key] = mergeComputed(merged[key], value)
  return merged
}

const somewhere = answerFault('answers', { vi: 'Phiếu', en: 'The form' }, 'rule_broken')

function faultsOf(survey: Model): Fault[] {
  const faults: Fault[] = []
  const containers = [...survey.visiblePages, ...survey.getAllPanels()] as unknown as Container[]
  for (const container of containers)
    if (container.isVisible)
      for (const error of container.errors ?? []) faults.push(...containerFault(container, error))
  for (const question of survey.getAllQuestions(true)) faults.push(...faultsAt(question, question.name))
  return faults
}

type Container = {
  name: string
  isVisible: boolean
  errors?: SurveyError[]
  locTitle: { getJson(): unknown }
  locRequiredErrorText?: { getJson(): unknown }
}

function containerFault(container: Container, error: SurveyError): Fault[] {
  if (!error.isError) return []
  const title = readText(container.locTitle.getJson()) ?? { vi: container.name }
  const text = readText(container.locRequiredErrorText?.getJson())
  return [answerFault(container.name, title, 'required', { text })]
}

function faultsAt(question: Question, path: string, place?: LocalText): Fault[] {
  const own = question.errors
    .filter((error) => error.isError)
    .map((error) => surveyFault(question, path, error, place))
  // Questions inside a choice have answers of their own beside the others.
  const beside = choiceQuestions(question).flatMap((inner) => faultsAt(inner, inner.name))
  return [
    ...own,
    ...inside(question).flatMap(([part, inner, place]) => faultsAt(inner, `${path}.${part}`, place)),
    ...beside,
  ]
}

type Cell = { column: { name: string }; question: Question }
type Titled = { getJson(): unknown }
type Holder = {
  panels?: { questions: Question[]; locTitle?: Titled }[]
  visiblePanels?: unknown[]
  visibleRows?: {
    rowName: string
    locText?: Titled
    cells: Cell[]
    detailPanel?: { questions: Question[] }
  }[]
  items?: { name: string; editor?: Question }[]
  choices?: { hasElements?: boolean; panel: { questions: Question[] } }[]
  contentPanel?: { questions: Question[] }
  contentQuestion?: Question
}

/** The questions inside a question, each with its part of the path and what its row or repetition is called. */
function inside(question: Question): [string, Question, LocalText?][] {
  const holder = question as unknown as Holder
  const named = (
    questions: Question[] = [],
    prefix = '',
    place?: LocalText,
  ): [string, Question, LocalText?][] => questions.map((inner) => [prefix + inner.name, inner, place])
  switch (question.getType()) {
    case 'paneldynamic':
      return (holder.panels ?? []).flatMap((panel, index) =>
        named(panel.questions, `${index}.`, repetitionName(question, index)),
      )
    case 'matrixdropdown':
    case 'matrixdynamic':
      return (holder.visibleRows ?? []).flatMap((row, index) => {
        const place = question.getType() === 'matrixdynamic' ? String(index) : row.rowName
        const name = readText(row.locText?.getJson())
        const cells = row.cells.map((cell): [string, Question, LocalText?] => [
          `${place}.${cell.column.name}`,
          cell.question,
          name,
        ])
        return [...cells, ...named(row.detailPanel?.questions, `${place}.`, name)]
      })
    case 'multipletext':
      return (holder.items ?? []).flatMap((item) => (item.editor ? [[item.name, item.editor]] : []))
    default:
      if (holder.contentQuestion) return [[holder.contentQuestion.name, holder.contentQuestion]]
      if (holder.contentPanel) return named(holder.contentPanel.questions)
      return []
  }
}

/** "File 2" by the author's heading, else the question's title with a number: the same as on the page. */
function repetitionName(question: Question, index: number): LocalText {
  const own = readText((question as unknown as { locTemplateTitle?: Titled }).locTemplateTitle?.getJson())
  const pattern = own && Object.values(own).every((text) => !/\{(?!panelIndex\})/.test(text ?? ''))
  const name = (pattern && own) || readText(question.locTitle.getJson()) || { vi: question.name }
  const numbered = (text: string) =>
    text.includes('{panelIndex}')
      ? text.replaceAll('{panelIndex}', String(index + 1))
      : `${text} ${index + 1}`
  return { vi: numbered(name.vi), en: numbered(name.en ?? name.vi) }
}

const choiceQuestions = (question: Question): Question[] =>
  ((question as unknown as Holder).choices ?? []).flatMap((choice) =>
    choice.hasElements ? choice.panel.questions : [],
  )
