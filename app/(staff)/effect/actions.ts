'use server'
// What officers do about the effect of campaigns: draw roll-outs, write studies down and declare them.
import { redirect } from 'next/navigation'
import { drawRollout } from '#lib/flows/draw-rollout'
import { action } from '../../_server/action'
import { textFields } from '../../_server/text-fields'

export const drawRolloutAction = action<undefined>(async (actor, form) => {
  const names = ['unit', 'title', 'first', 'steps', 'monthsBetween', 'match', 'seed'] as const
  const units = form.getAll('units').filter((unit) => typeof unit === 'string')
  const hasComparison = form.get('hasComparison') !== null
  const { id } = await drawRollout(actor, { ...textFields(form, names), units, hasComparison })
  redirect(`/effect/rollouts/${id}`)
})
