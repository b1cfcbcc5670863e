// What "now" is for every expression of SurveyJS: Viet Nam's clock, wherever the server stands and whatever a phone is set
// to. survey-core asks for it through one hook. Tests and checks of an answer may set the moment themselves.
import { settings } from 'survey-core'
import { clockInVietNam, momentOfClock } from '#lib/clock-in-viet-nam'

let moment: Date | undefined

// A date that is made from a value is that value's; only "now" is ours.
settings.onDateCreated = (made: Date, _reason: string, value?: unknown) =>
  value ? made : clockInVietNam(moment ?? made)

/** Runs something while "now" is the given time for every expression of SurveyJS. */
export function atTime<Result>(now: Date, run: () => Result): Result {
  const before = moment
  moment = now
  try {
    return run()
  } finally {
    moment = before
  }
}

/** What JSON keeps of a survey's data: dates as the moments that they are in Viet Nam, no functions, no undefined. */
export function plainData(data: unknown): Record<string, unknown> {
  const text = JSON.stringify(data ?? {}, function (this: Record<string, unknown>, key, value) {
    const own = this[key]
    return own instanceof Date && !Number.isNaN(own.getTime()) ? momentOfClock(own).toISOString() : value
  })
  return JSON.parse(text) as Record<string, unknown>
}
