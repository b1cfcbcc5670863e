// What a form knows after it was sent: nothing yet, done, or failed with a sentence, the fault of each field and
// everything that was typed, so that nobody has to type it twice.
import type { Fault, Sentence } from '#lib/problem'

export type FormState<Result = undefined> =
  | { status: 'new' }
  | { status: 'done'; result: Result }
  | {
      status: 'failed'
      sentence: Sentence
      faults: Fault[]
      typed: Record<string, string>
      /** A secret has to be shown again first. */
      needsConfirmation?: boolean
    }

export const newForm: { status: 'new' } = { status: 'new' }

/** What was typed in a field before the form failed; the given value on a fresh form. */
export function typedIn(state: FormState<unknown>, field: string, otherwise = ''): string {
  return state.status === 'failed' ? (state.typed[field] ?? otherwise) : otherwise
}

/** The fault at a field, if it has one. */
export function faultAt(state: FormState<unknown>, field: string): Fault | undefined {
  return state.status === 'failed' ? state.faults.find((fault) => fault.question === field) : undefined
}
