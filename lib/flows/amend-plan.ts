// A settled plan is opened again to be changed, with the reason. What was accepted or issued stays in force meanwhile.
import type { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { changePlan, planChange } from '#lib/flows/change-plan'
import { requireShape } from '#lib/user-input'

/** Returns the number of the event. Throws what changePlan throws. */
export async function amendPlan(actor: MaybeActor, input: z.input<typeof planChange>): Promise<number> {
  const officer = allow(actor, 'plans.write', String(input.unit))
  return changePlan(officer, requireShape(planChange, input), 'amend')
}
