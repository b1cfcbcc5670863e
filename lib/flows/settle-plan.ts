// The office above decides about a plan that was handed in: accepted, or returned with what is to be changed.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { changePlan, planChange } from '#lib/flows/change-plan'
import { requireShape, says } from '#lib/user-input'

const shape = planChange.extend({
  verdict: z.enum(
    ['accept', 'return'],
    says('Hãy chọn chấp nhận hoặc trả lại.', 'Choose to accept or to return.'),
  ),
})

/** A return needs a comment. Returns the number of the event. Throws what changePlan throws. */
export async function settlePlan(actor: MaybeActor, input: z.input<typeof shape>): Promise<number> {
  const officer = allow(actor, 'plans.settle', String(input.unit))
  const { verdict, ...change } = requireShape(shape, input)
  return changePlan(officer, change, verdict)
}
