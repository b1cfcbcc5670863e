'use server'
// What officers do with plans. The flows decide who may and what is right. Saving does not draw the page anew: it keeps what
// is being typed.
import { revalidatePath } from 'next/cache'
import type { MaybeActor } from '#lib/access'
import { amendPlan } from '#lib/flows/amend-plan'
import { issuePlan } from '#lib/flows/issue-plan'
import { savePlan } from '#lib/flows/save-plan'
import { settlePlan } from '#lib/flows/settle-plan'
import { submitPlan } from '#lib/flows/submit-plan'
import { action } from '../../_server/action'
import { textFields } from '../../_server/text-fields'

const change = ['unit', 'year', 'seen'] as const
const commented = [...change, 'comment'] as const
const written = [...change, 'body'] as const

export const savePlanAction = action<number>((actor, form) => savePlan(actor, textFields(form, written)))

/** Runs a flow after which the plan stands elsewhere, and draws its pages anew. */
function moving(run: (actor: MaybeActor, form: FormData) => Promise<number>) {
  return action<number>(async (actor, form) => {
    const number = await run(actor, form)
    revalidatePath('/plans', 'layout')
    return number
  })
}

export const submitPlanAction = moving((actor, form) => submitPlan(actor, textFields(form, written)))
export const issuePlanAction = moving((actor, form) => issuePlan(actor, textFields(form, written)))
export const amendPlanAction = moving((actor, form) => amendPlan(actor, textFields(form, commented)))
export const settlePlanAction = moving((actor, form) => {
  const { verdict, ...fields } = textFields(form, [...commented, 'verdict'])
  return settlePlan(actor, { ...fields, verdict: verdict as 'accept' })
})
