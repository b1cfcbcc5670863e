// The wrapper of every server action: takes the actor from the session, runs the flow, and turns a Problem into the
// state of the form (with what was typed, passwords excepted). Anything else is logged under an id, as in endpoint.ts.
import { randomUUID } from 'node:crypto'
import { unstable_rethrow } from 'next/navigation'
import type { MaybeActor } from '#lib/access'
import { type Fault, Problem } from '#lib/problem'
import type { FormState } from '../_ui/form-state'
import { log } from './log'
import { getActor } from './session'

type Run<Result> = (actor: MaybeActor, form: FormData) => Promise<Result>

/** A server action for useActionState: `(state, form) => state`. */
export function action<Result>(run: Run<Result>) {
  return async (_before: FormState<Result>, form: FormData): Promise<FormState<Result>> => {
    try {
      return { status: 'done', result: await run(await getActor(), form) }
    } catch (error) {
      unstable_rethrow(error)
      return { status: 'failed', typed: typedFields(form), ...failure(error) }
    }
  }
}

function failure(error: unknown) {
  if (error instanceof Problem)
    return {
      sentence: error.sentence,
      faults: (error.details.faults as Fault[] | undefined) ?? [],
      needsConfirmation: error.code === 'confirmation_required',
    }
  const id = randomUUID()
  log.error({ id, err: error }, 'unexpected error in an action')
  const vi = `Hệ thống gặp lỗi ngoài dự kiến (mã ${id}). Nội dung đã nhập vẫn còn; hãy thử lại.`
  const en = `Something unexpected went wrong (id ${id}). What you typed is still here; try again.`
  return { sentence: { vi, en }, faults: [] }
}

/** The text fields of a form as they were sent. Passwords are never sent back. */
function typedFields(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form.entries()].filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && !entry[0].startsWith('$') && !/password/i.test(entry[0]),
    ),
  )
}
