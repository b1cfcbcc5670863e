// "» câu 9" beside a box: what is skipped by whoever ticks it. Said only where it is certain: the questions right after
// this one whose conditions look at nothing else. Everything else is left to the note above the question.
import type { PaperChoice, PaperQuestion } from '#lib/surveys/paper-form/paper-field'
import { holds, type PortablePart } from '#lib/surveys/portable-condition'

/** The number of the next question for whoever ticks this box, 'end' after the last; null when nothing is skipped. */
export function skipTarget(
  questions: PaperQuestion[],
  from: PaperQuestion,
  choice: PaperChoice,
): number | 'end' | null {
  const start = questions.indexOf(from) + 1
  let at = start
  while (at < questions.length && isSkipped(questions[at]!, from.key, choice)) at += 1
  return at === start ? null : (questions[at]?.number ?? 'end')
}

function isSkipped({ isAskedIf }: PaperQuestion, key: string, { value }: PaperChoice): boolean {
  const own = isAskedIf.filter((condition) => condition !== null && looksOnlyAt(condition, key))
  return own.some((condition) => !holds(condition, { [key]: value }))
}

function looksOnlyAt(part: PortablePart, key: string): boolean {
  if (part === null || typeof part !== 'object') return true
  if (!Array.isArray(part)) return part.list.every((one) => looksOnlyAt(one, key))
  const [operator, ...operands] = part
  if (operator === 'v') return String(operands[0]).toLowerCase() === key.toLowerCase()
  return operands.every((operand) => looksOnlyAt(operand, key))
}
