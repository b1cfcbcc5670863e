// Where the value of one column stands in an answers object.
import type { Variable } from '#lib/surveys/variable'

type Parts = Record<string | number, unknown>

/** The answer that a column is about: of a whole "choose several" question for its options. Undefined: none. */
export function answerAt(variable: Variable, answers: Record<string, unknown>): unknown {
  const answer = answers[variable.question]
  const way = variable.path ?? (variable.row === undefined ? [] : [variable.row])
  return way.reduce<unknown>(
    (part, step) => (part === null ? undefined : (part as Parts | undefined)?.[step]),
    answer,
  )
}
