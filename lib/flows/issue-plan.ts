// The office above issues its own plan: from now on the units below plan by it, and are late by its day.
import { allow, type MaybeActor } from '#lib/access'
import { changePlan, planChange, readPlanBody } from '#lib/flows/change-plan'
import type { PlanInput } from '#lib/flows/save-plan'
import { requireShape } from '#lib/user-input'

/** Returns the number of the event. Throws invalidInput naming everything that is missing, and what changePlan throws. */
export async function issuePlan(actor: MaybeActor, input: PlanInput): Promise<number> {
  const officer = allow(actor, 'plans.settle', String(input.unit))
  return changePlan(officer, requireShape(planChange, input), 'issue', readPlanBody(input.body))
}
