// What the server has found wrong, at the questions of a SurveyModel: beside each question where SurveyJS shows its own
// messages, and as a list of links on top. What belongs to no question stands in the list only.
import { CustomError, type Model, type Question } from 'survey-core'
import type { Fault } from '#lib/problem'
import { element } from '#lib/surveys/light-form/browser/elements'
import { byId } from '#lib/surveys/light-form/browser/page-data'
import type { Phrases } from '#lib/surveys/light-form/phrases'
import { inLanguage } from '#lib/surveys/local-text'

/** Shows these faults, on the page of the first of them, and leads the reader to the list. */
export function showFaults(survey: Model, faults: Fault[], language: string, say: Phrases): void {
  const placed = faults.map((fault) => ({
    text: inLanguage(fault, language),
    question: owner(survey, fault),
  }))
  for (const { question, text } of placed) question?.addError(new CustomError(text, survey))
  const first = placed.find(({ question }) => question)?.question
  if (first?.page) survey.currentPage = first.page
  const lines = placed.map(({ question, text }) => element('li', {}, question ? link(question, text) : text))
  tell(element('h2', {}, say.faultsTitle(faults.length)), element('ul', {}, ...lines))
}

/** Shows something in the box for what is wrong, and reads it out. */
export function tell(...content: Node[]): void {
  const box = byId('errors')
  box.replaceChildren(...content)
  box.hidden = false
  box.focus()
}

export function clearFaults(): void {
  byId('errors').hidden = true
}

function link(question: Question, text: string): HTMLAnchorElement {
  const made = element('a', { href: `#${question.id}` }, text)
  made.addEventListener('click', (event) => {
    event.preventDefault()
    question.focus()
  })
  return made
}

/** The question that a fault's path leads to, into the cells of tables and the questions of repeated panels. */
function owner(survey: Model, { question: path }: Fault): Question | undefined {
  const [name = '', ...inner] = path.split('.')
  const plain = name.replace(/-Comment$/, '')
  const whole = survey
    .getAllQuestions()
    .find((one) => one.name === name || one.getValueName() === name || one.name === plain)
  return whole && within(whole, inner)
}

type Row = { rowName?: unknown; getQuestionByName(name: string): Question | null }
type Composed = { visibleRows?: Row[]; panels?: Row[]; items?: { name: string; editor: Question }[] }

/** What lies deepest on the path; the whole where SurveyJS has nothing of that name. */
function within(question: Question, [part, name = '', ...deeper]: string[]): Question {
  if (part === undefined) return question
  const { visibleRows, panels, items } = question as unknown as Composed
  const item = items?.find((one) => one.name === part)
  if (item) return item.editor
  const rows = visibleRows ?? panels ?? []
  const row = rows.find(({ rowName }) => String(rowName) === part) ?? rows[Number(part)]
  const inner = row?.getQuestionByName(name)
  return inner ? within(inner, deeper) : question
}
