// Which questions the conditions hide. Questions of a page share conditions, and evaluating them is the dearest part of
// checking an answer, so that each condition is asked once.
import type { CompiledForm, CompiledQuestion } from '#lib/surveys/compile-form'
import type { Answers, Condition } from '#lib/surveys/conditions'

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
