// A plan is saved as far as it is written. Drafts may lack anything; two people who save at once do not overwrite each other.
import type { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { changePlan, planChange, readPlanBody } from '#lib/flows/change-plan'
import { requireShape } from '#lib/user-input'

export type PlanInput = z.input<typeof planChange> & { body: string }

/** `body` is JSON; returns the number of the event. Throws what changePlan throws. */
export async function savePlan(actor: MaybeActor, input: PlanInput): Promise<number> {
  const officer = allow(actor, 'plans.write', String(input.unit))
  return changePlan(officer, requireShape(planChange, input), 'save', readPlanBody(input.body))
}
