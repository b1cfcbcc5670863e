// The questions of the page as the script sees them: rules from the data block, texts from the page itself, and the very
// checks that the server will run again.
import type { Fault } from '#lib/problem'
import { type RuleCheck, ruleCheck } from '#lib/surveys/check-rules'
import { type ValueCheck, valueCheck } from '#lib/surveys/check-value'
import type { Answers } from '#lib/surveys/conditions'
import type { Choice, Question } from '#lib/surveys/form'
import type { PortableQuestion } from '#lib/surveys/light-form/portable-form'
import { holds, type PortableCondition } from '#lib/surveys/portable-condition'
import type { LocalText } from '#lib/surveys/variable'

export type PageQuestion = {
  question: Question
  words?: { key: string }
  wrapper: HTMLElement
  isEnabled: (answers: Answers) => boolean
  /** Where the answers decide: whether it must be answered now. */
  isRequired?: (answers: Answers) => boolean
  check: (answers: Answers) => Fault[]
}

/** Reads the data block's questions and gives them the texts they have on the page. */
export function pageQuestions(portables: PortableQuestion[]): PageQuestion[] {
  return portables.map((portable, index) => {
    const wrapper = document.querySelector<HTMLElement>(`[data-q="${index}"]`)
    if (!wrapper) throw new Error(`no element for question ${index}`)
    const question = withTexts(portable, wrapper)
    const conditions = (portable.enableIf ?? []).filter((condition) => condition !== null)
    return {
      question,
      words: portable.words ? { key: portable.words } : undefined,
      wrapper,
      isEnabled: (answers) => conditions.every((condition) => holds(condition, answers)),
      isRequired: portable.requiredIf ? met(portable.requiredIf) : undefined,
      check: checkOf(question, portable),
    }
  })
}

function checkOf(question: Question, portable: PortableQuestion): (answers: Answers) => Fault[] {
  const { requiredIf } = portable
  const isRequired = requiredIf === undefined ? () => question.isRequired : met(requiredIf)
  const checkShape: ValueCheck = valueCheck(question)
  const checkRules: RuleCheck = ruleCheck(question, isRequired, (place) =>
    met(portable.rules?.[Number(place)]?.[0] ?? null),
  )
  return (answers) => {
    const { faults } = checkShape(answers[question.name])
    return faults.length ? faults : checkRules(answers)
  }
}

/** What only the server can tell asks nothing of the reader here. */
const met = (condition: PortableCondition | null) => (answers: Answers) =>
  condition !== null && holds(condition, answers)

function withTexts(portable: PortableQuestion, wrapper: HTMLElement): Question {
  const legends = [...wrapper.querySelectorAll('legend,.label')].map(ownText)
  const options = new Map(
    [...wrapper.querySelectorAll('.o')].map((label) => [label.querySelector('input')?.value, ownText(label)]),
  )
  const labelled = (choices: Choice[]) =>
    choices.map((choice) => ({ ...choice, label: options.get(String(choice.value)) ?? { vi: '' } }))
  const question = { ...portable.question, title: legends[0], within: [] } as unknown as Question
  question.isRequired = Boolean(portable.question.isRequired)
  question.validators = [
    ...question.validators,
    ...(portable.rules ?? []).map(([, text], place) => ({
      kind: 'expression' as const,
      expression: String(place),
      text: { vi: text },
    })),
  ]
  if ('choices' in question) question.choices = labelled(question.choices)
  if (question.kind === 'matrix')
    question.rows = question.rows.map((row, index) => ({
      ...row,
      label: legends[index + 1] ?? { vi: row.name },
    }))
  if (question.kind === 'fields')
    question.fields = question.fields.map((field, index) => ({
      ...field,
      label: legends[index + 1] ?? { vi: field.name },
    }))
  return question
}

/** The text of an element without the remark "optional". One language is enough here: the one that is read. */
function ownText(element: Element): LocalText {
  const copy = element.cloneNode(true) as Element
  for (const part of copy.querySelectorAll('.opt')) part.remove()
  return { vi: (copy.textContent ?? '').trim() }
}
