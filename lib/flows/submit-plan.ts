// A unit hands its plan in to the office above: what stands on the page is saved and sent in one step.
import { allow, type MaybeActor } from '#lib/access'
import { changePlan, planChange, readPlanBody } from '#lib/flows/change-plan'
import type { PlanInput } from '#lib/flows/save-plan'
import { requireShape } from '#lib/user-input'

/** Returns the number of the event. Throws invalidInput naming everything that is missing, and what changePlan throws. */
export async function submitPlan(actor: MaybeActor, input: PlanInput): Promise<number> {
  const officer = allow(actor, 'plans.write', String(input.unit))
  return changePlan(officer, requireShape(planChange, input), 'submit', readPlanBody(input.body))
}
