// The one place where a SurveyModel is made on the server. Time comes from outside ("today()" must be the day of the
// answer, and tests must not depend on the calendar); survey-core asks for it through one hook.
import { Model, settings } from 'survey-core'
import '#lib/surveys/localizable' // makes known our own properties `audio` and `image`

/** A fresh model of a form that `tameForm` has let through. The JSON is not changed. */
export function openSurvey(json: unknown): Model {
  return new Model(structuredClone(json))
}

let clock: Date | undefined

settings.onDateCreated = (made: Date, _reason: string, value?: unknown) =>
  clock && !value ? new Date(clock) : made

/** Runs something while "now" is the given time for every expression of SurveyJS. */
export function atTime<Result>(now: Date, run: () => Result): Result {
  const before = clock
  clock = now
  try {
    return run()
  } finally {
    clock = before
  }
}
