// The verdict about one keyed sheet. The rule of paper: nobody can be asked again, so that what was left empty is stored
// as no answer even where a screen would insist, and is counted; what was written is never changed into something else.
// Everything that is an answer meets the same checks as on a screen; marks that break them are keyed as "*", no answer.
import type { Fault } from '#lib/problem'
import { checkAnswers } from '#lib/surveys/check-answers'
import type { CompiledForm } from '#lib/surveys/compile-form'
import type { KeyedSheet } from '#lib/surveys/paper-form/keyed-sheet'
import type { PaperQuestion } from '#lib/surveys/paper-form/paper-field'
import { readSheet } from '#lib/surveys/paper-form/read-sheet'

export type CheckedSheet = {
  /** Worth storing only when there are no faults. */
  answers: Record<string, unknown>
  faults: Fault[]
  /** Required questions, or rows, that were left empty. */
  omitted: string[]
  /** Fields whose marks could not be decided. */
  unclear: string[]
  /** Questions answered although the form told to skip them: dropped, as on a screen. */
  unasked: string[]
}

/** Checks a sheet against the form it was printed from. */
export function checkSheet(
  compiled: CompiledForm,
  questions: PaperQuestion[],
  keyed: KeyedSheet,
): CheckedSheet {
  const reading = readSheet(questions, keyed)
  const { unclear } = reading
  if (reading.faults.length > 0)
    return { answers: {}, faults: reading.faults, omitted: [], unclear, unasked: [] }
  const checked = checkAnswers(compiled, reading.answers)
  const isOmission = (fault: Fault) => isAboutEmpty(fault, reading.answers)
  return {
    answers: checked.answers,
    faults: checked.faults.filter((fault) => !isOmission(fault)),
    omitted: checked.faults.filter(isOmission).map(({ question }) => question),
    unclear,
    unasked: Object.keys(reading.answers).filter((key) => !Object.hasOwn(checked.answers, key)),
  }
}

/** A rule that asks for more than was answered; rules about what was answered stay. */
function isAboutEmpty({ code, question }: Fault, answers: Record<string, unknown>): boolean {
  if (['required', 'words_required', 'too_few'].includes(code)) return true
  return code === 'rule_broken' && answers[question] === undefined
}
