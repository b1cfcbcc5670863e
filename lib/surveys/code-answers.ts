// Checked answers as numbers, in codebook order: what is stored beside the answers because it is fast to count.
// Why there is no value is a code of its own: not asked, no answer, or readable only in the answers.
import type { CompiledForm } from '#lib/surveys/compile-form'
import type { Answers } from '#lib/surveys/conditions'
import { hiddenQuestions } from '#lib/surveys/hidden-questions'
import { noAnswer, notAsked, notCodable, type Variable } from '#lib/surveys/variable'

/** One whole number from -3 to 32767 per variable. `answers` must come from `checkAnswers` of the same form. */
export function codeAnswers(compiled: CompiledForm, answers: Answers): number[] {
  const hidden = new Set<string>()
  for (const { question, words } of hiddenQuestions(compiled, answers)) {
    hidden.add(question.name)
    if (words) hidden.add(words.key)
  }
  return compiled.codebook.map((variable) => {
    const answer = answers[variable.question]
    if (answer === undefined) return hidden.has(variable.question) ? notAsked : noAnswer
    return codeValue(variable, answer)
  })
}

function codeValue(variable: Variable, answer: unknown): number {
  if (variable.option !== undefined) return chosen(answer, variable.option)
  const value = variable.row === undefined ? answer : (answer as Answers)[variable.row]
  if (value === undefined) return noAnswer
  if (variable.kind === 'text') return notCodable
  if (variable.kind === 'number') return isSmall(value) ? value : notCodable
  const code = variable.values.find((allowed) => allowed.value === value)?.code
  if (code === undefined) throw new RangeError(`${variable.name} does not allow ${JSON.stringify(value)}`)
  return code
}

const chosen = (answer: unknown, option: string | number) =>
  Array.isArray(answer) && answer.some((value) => value === option || String(value) === option) ? 1 : 0

const isSmall = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 32767
