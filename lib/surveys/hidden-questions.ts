// Which questions the conditions hide. Questions of a page share conditions, and evaluating them is the dearest part of
// checking an answer, so that each condition is asked once. Forms beyond our checker ask survey-core.
import type { CompiledForm, CompiledQuestion } from '#lib/surveys/compile-form'
import type { Answers, Condition } from '#lib/surveys/conditions'
import { commentKey } from '#lib/surveys/form'
import { openSurvey } from '#lib/surveys/open-survey'

export function hiddenQuestions(compiled: CompiledForm, answers: Answers): Set<CompiledQuestion> {
  const asked = new Map<Condition, boolean>()
  const holds = (condition: Condition) => {
    const known = asked.get(condition)
    if (known !== undefined) return known
    const result = condition(answers)
    asked.set(condition, result)
    return result
  }
  return new Set(compiled.questions.filter(({ visibleIf }) => !visibleIf.every(holds)))
}

/** The keys of the answers object that were not asked for, given answers that have been checked. */
export function hiddenKeys(compiled: CompiledForm, answers: Answers): Set<string> {
  if (compiled.checker === 'survey') return hiddenInSurvey(compiled, answers)
  const keys = [...hiddenQuestions(compiled, answers)].flatMap(({ question, words }) =>
    words ? [question.key, words.key] : [question.key],
  )
  return new Set(keys)
}

function hiddenInSurvey(compiled: CompiledForm, answers: Answers): Set<string> {
  const survey = openSurvey(compiled.json)
  survey.data = structuredClone(answers)
  const shown = new Set(survey.getAllQuestions(true).map((question) => question.getValueName()))
  const keys = compiled.form.questions.map(({ key }) => key).filter((key) => !shown.has(key))
  return new Set(keys.flatMap((key) => [key, commentKey({ name: key })]))
}
