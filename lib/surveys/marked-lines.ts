// The marks of somebody's answers in the words of the form: question by question what was answered, what is right, and why.
import type { Question } from '#lib/surveys/form'
import type { Marks } from '#lib/surveys/mark-answers'
import type { LocalText } from '#lib/surveys/variable'

/** `row` of a matrix; `given` is empty where nothing was answered. Lists stand in the order of the choices. */
export type MarkedPart = { row?: LocalText; isRight: boolean; given: LocalText[]; right: LocalText[] }
export type MarkedLine = { name: string; title: LocalText; explanation?: LocalText; parts: MarkedPart[] }

/** `explanations` by name of the question. */
export function markedLines({ marks }: Marks, explanations: Record<string, LocalText>): MarkedLine[] {
  const lines = new Map<Question, MarkedLine>()
  for (const { question, row, isRight, answer, right } of marks) {
    const { name, title } = question
    const line = lines.get(question) ?? { name, title, explanation: explanations[name], parts: [] }
    lines.set(question, line)
    const label =
      'rows' in question && question.kind === 'matrix' && question.rows.find((one) => one.name === row)?.label
    line.parts.push({
      ...(label ? { row: label } : {}),
      isRight,
      given: labelsOf(question, answer),
      right: labelsOf(question, right),
    })
  }
  return [...lines.values()]
}

function labelsOf(question: Question, value: unknown): LocalText[] {
  if (value === undefined) return []
  const values = Array.isArray(value) ? value : [value]
  const offered = choicesOf(question)
  const asWritten = values.map((one) => {
    const choice = offered.find((other) => String(other.value) === String(one))
    return { at: choice ? offered.indexOf(choice) : -1, label: choice?.label ?? { vi: String(one) } }
  })
  const ordered = question.kind === 'ranking' ? asWritten : asWritten.sort((a, b) => a.at - b.at)
  return ordered.map(({ label }) => label)
}

function choicesOf(question: Question) {
  if (question.kind === 'matrix') return question.columns
  return 'choices' in question ? question.choices : []
}
