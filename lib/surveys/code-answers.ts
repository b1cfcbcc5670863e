// Checked answers as numbers, in codebook order: what is stored beside the answers because it is fast to count.
// Why there is no value is a code of its own: not asked, no answer, or readable only in the answers.
import { answerAt } from '#lib/surveys/answer-at'
import type { CompiledForm } from '#lib/surveys/compile-form'
import type { Answers } from '#lib/surveys/conditions'
import { hiddenKeys } from '#lib/surveys/hidden-questions'
import { noAnswer, notAsked, notCodable, type Variable } from '#lib/surveys/variable'

/** One whole number from -3 to 32767 per variable. `answers` must come from `checkAnswers` of the same form. */
export function codeAnswers(compiled: CompiledForm, answers: Answers): number[] {
  const hidden = hiddenKeys(compiled, answers)
  return compiled.codebook.map((variable) =>
    answers[variable.question] === undefined
      ? hidden.has(variable.question)
        ? notAsked
        : noAnswer
      : codeValue(variable, answerAt(variable, answers)),
  )
}

function codeValue(variable: Variable, value: unknown): number {
  if (variable.isCount) return Array.isArray(value) ? value.length : 0
  if (variable.option !== undefined) return value === undefined ? noAnswer : chosen(value, variable.option)
  if (value === undefined) return noAnswer
  if (variable.rank !== undefined) return placeOf(variable.rank, value)
  if (variable.kind === 'text') return notCodable
  if (variable.kind === 'number') return isSmall(value) ? value : notCodable
  const code = variable.values.find((allowed) => isSame(allowed.value, value))?.code
  if (code === undefined && variable.isOpen) return notCodable
  if (code === undefined) throw new RangeError(`${variable.name} does not allow ${JSON.stringify(value)}`)
  return code
}

/** Choices may be objects in forms that nobody here wrote. */
const isSame = (allowed: unknown, value: unknown) =>
  allowed === value || (typeof value === 'object' && JSON.stringify(allowed) === JSON.stringify(value))

const chosen = (answer: unknown, option: string | number) =>
  Array.isArray(answer) && answer.some((value) => value === option || String(value) === option) ? 1 : 0

/** 1 for the best; what was not ranked has no answer. */
function placeOf(option: unknown, answer: unknown): number {
  const index = Array.isArray(answer) ? answer.indexOf(option) : -1
  return index < 0 ? noAnswer : index + 1
}

const isSmall = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 32767
