// Puts values decided column by column together to the answers object that a browser would send.
import type { CompiledForm } from '#lib/surveys/compile-form'
import type { Answers } from '#lib/surveys/conditions'
import type { Variable } from '#lib/surveys/variable'

/** The value of one column: for an option of a "choose several" question true or false, undefined for no answer. */
export type Choose = (variable: Variable) => unknown

/** Answers to every column of the codebook, hidden ones included: `checkAnswers` drops those. */
export function fillForm(form: CompiledForm, choose: Choose): Answers {
  const answers: Answers = {}
  for (const variable of form.codebook) {
    const value = choose(variable)
    const { question, row, option } = variable
    if (value === undefined) continue
    if (option !== undefined) {
      if (value) answers[question] = [...((answers[question] as unknown[]) ?? []), option]
    } else if (row !== undefined) {
      answers[question] = { ...(answers[question] as object), [row]: value }
    } else {
      answers[question] = value
    }
  }
  return answers
}
