'use server'
// Draws of people and of villages.
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { Allocation } from '#lib/contacts/allocate'
import type { DrawMethod } from '#lib/contacts/draw-methods'
import type { StrataChoice } from '#lib/contacts/strata-choices'
import { drawContacts } from '#lib/flows/draw-contacts'
import { drawVillages } from '#lib/flows/draw-villages'
import { type Invited, inviteDrawn } from '#lib/flows/invite-drawn'
import { action } from '../../_server/action'
import { textFields } from '../../_server/text-fields'

export const drawContactsAction = action<undefined>(async (actor, form) => {
  const names = [
    'list',
    'method',
    'strata',
    'allocation',
    'total',
    'perCluster',
    'deviations',
    'seed',
  ] as const
  const { method, strata, allocation, ...input } = textFields(form, names)
  const { id } = await drawContacts(actor, {
    ...input,
    method: method as DrawMethod,
    strata: strata as StrataChoice,
    allocation: (allocation || 'proportional') as Allocation,
  })
  redirect(`/contacts/draws/${id}`)
})

export const drawVillagesAction = action<undefined>(async (actor, form) => {
  const names = ['title', 'villages', 'method', 'perStratum', 'perVillage', 'seed'] as const
  const { method, ...input } = textFields(form, names)
  const { id } = await drawVillages(actor, { ...input, method: method as 'pps' })
  redirect(`/contacts/villages/${id}`)
})

export const inviteDrawnAction = action<Invited>(async (actor, form) => {
  const invited = await inviteDrawn(actor, textFields(form, ['draw', 'wave', 'lastDay']))
  revalidatePath('/contacts', 'layout')
  return invited
})
