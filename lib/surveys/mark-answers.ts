// Marks the answers of a contest: how many questions with a right answer were asked, and which were answered right. Counts as
// SurveyJS does (quiz mode, getCorrectAnswerCount), a row of a matrix being a question of its own. Two differences, on
// purpose: a ranking is right in its own order only, where SurveyJS' count takes any, and a question inside a hidden panel was not
// asked, where SurveyJS counts it.
import type { CompiledForm } from '#lib/surveys/compile-form'
import type { Answers } from '#lib/surveys/conditions'
import type { Question } from '#lib/surveys/form'
import { hiddenQuestions } from '#lib/surveys/hidden-questions'
import { isRight } from '#lib/surveys/right-answer'

/** `row`: of a matrix. `answer` is undefined where nothing was answered. */
export type Mark = { question: Question; row?: string; isRight: boolean; answer: unknown; right: unknown }
export type Marks = { right: number; of: number; marks: Mark[] }

/** Kinds of questions that can be marked; a form with a right answer at another one is not published (check-quiz). */
export const markedKinds: ReadonlySet<Question['kind']> = new Set([
  'single',
  'multiple',
  'ranking',
  'matrix',
  'text',
])

/** Marks checked answers. Questions that the answers hide are not asked, so they count for nothing. */
export function markAnswers(compiled: CompiledForm, answers: Answers): Marks {
  const hidden = new Set([...hiddenQuestions(compiled, answers)].map(({ question }) => question))
  const asked = compiled.form.questions.filter((question) => !hidden.has(question))
  const marks = asked.flatMap((question) => markQuestion(question, answers[question.key]))
  return { right: marks.filter((mark) => mark.isRight).length, of: marks.length, marks }
}

function markQuestion(question: Question, answer: unknown): Mark[] {
  const right = question.rightAnswer
  if (right === undefined || !markedKinds.has(question.kind)) return []
  if (question.kind !== 'matrix') {
    const ignoresOrder = question.kind === 'multiple'
    return [
      { question, isRight: answer !== undefined && isRight(answer, right, ignoresOrder), answer, right },
    ]
  }
  const [given, rows] = [recordOf(answer), recordOf(right)]
  return question.rows.flatMap(({ name }) => {
    if (rows[name] === undefined) return []
    const cell = given[name]
    const isCellRight = cell !== undefined && isRight(cell, rows[name], question.isMultiple)
    return [{ question, row: name, isRight: isCellRight, answer: cell, right: rows[name] }]
  })
}

const recordOf = (value: unknown) => Object(value) as Record<string, unknown>
